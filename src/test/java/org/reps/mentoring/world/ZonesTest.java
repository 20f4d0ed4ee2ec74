package org.reps.mentoring.world;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class ZonesTest {

    // --- what can be chosen

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            New York      | America/New_York
            Amsterdam     | Europe/Amsterdam
            Stockholm     | Europe/Stockholm
            Accra         | Africa/Accra
            Kinshasa      | Africa/Kinshasa
            Delhi         | Asia/Kolkata
            Mumbai        | Asia/Kolkata
            Shanghai      | Asia/Shanghai
            Beijing       | Asia/Shanghai
            São Paulo     | America/Sao_Paulo
            Rio de Janeiro| America/Sao_Paulo
            Mexico City   | America/Mexico_City
            Cairo         | Africa/Cairo
            Osaka         | Asia/Tokyo
            Karachi       | Asia/Karachi
            Istanbul      | Europe/Istanbul
            Buenos Aires  | America/Argentina/Buenos_Aires
            Kolkata       | Asia/Kolkata
            Lagos         | Africa/Lagos
            Manila        | Asia/Manila
            Los Angeles   | America/Los_Angeles
            San Francisco | America/Los_Angeles
            Ho Chi Minh   | Asia/Ho_Chi_Minh
            Bogotá        | America/Bogota
            Munich        | Europe/Berlin
            Barcelona     | Europe/Madrid
            Cusco         | America/Lima
            Nueva York    | America/New_York
            Pekín         | Asia/Shanghai
            Warschau      | Europe/Warsaw
            """)
    void whoever_types_a_large_city_finds_it(String city, String zone) {
        assertThat(found(city)).contains(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "Ghana, Africa/Accra",
        "united kingdom, Europe/London",
        "Côte d'Ivoire, Africa/Abidjan",
        "Calcutta, Asia/Kolkata",
        "Kiev, Europe/Kyiv",
        "Pacific Time, America/Los_Angeles",
        "Europe/Stockholm, Europe/Stockholm",
        "North Dakota, America/North_Dakota/Center",
        "USA, America/Chicago",
        "UK, Europe/London",
        "Scotland, Europe/London",
        "Holland, Europe/Amsterdam",
        "Ivory Coast, Africa/Abidjan",
        "Deutschland, Europe/Berlin",
        "España, Europe/Madrid",
        "中国, Asia/Shanghai",
        "भारत, Asia/Kolkata",
        "Україна, Europe/Kyiv",
        "Schweiz, Europe/Zurich",
        "Suisse, Europe/Zurich"
    })
    void a_country_an_earlier_name_and_the_name_of_a_time_find_something_too(String words, String zone) {
        assertThat(found(words)).contains(zone);
    }

    @Test
    void every_zone_of_the_tz_database_that_this_jdk_knows_is_offered() throws IOException {
        var listed = Files.readAllLines(Path.of("src/main/resources/world/zone.tab")).stream()
                .filter(not(line -> line.startsWith("#")))
                .map(line -> line.split("\t")[2])
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .toList();

        assertThat(listed).hasSizeGreaterThan(400);
        assertThat(Zones.named()).containsKeys(listed.toArray(String[]::new)).containsKey("UTC");
    }

    @Test
    void only_zones_of_this_jdk_are_offered_each_once_and_the_last_is_utc() {
        assertThat(Zones.named().keySet()).isSubsetOf(ZoneId.getAvailableZoneIds());
        assertThat(Zones.named().values()).doesNotHaveDuplicates();
        assertThat(List.copyOf(Zones.named().keySet())).first().isEqualTo("Africa/Abidjan");
        assertThat(List.copyOf(Zones.named().keySet())).last().isEqualTo("UTC");
    }

    /** Otherwise nobody who lives there would find where they live; then the list is older than the JDK. */
    @Test
    void every_zone_of_this_jdk_has_the_clocks_of_one_that_is_offered() {
        var offered = Zones.named().keySet().stream()
                .map(id -> ZoneId.of(id).getRules())
                .toList();

        assertThat(ZoneId.getAvailableZoneIds())
                .filteredOn(id -> id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Pacific)/.*"))
                .allSatisfy(id -> assertThat(offered).contains(ZoneId.of(id).getRules()));
    }

    @Test
    void a_zone_that_is_younger_than_the_list_is_offered_all_the_same() {
        var named =
                Zones.named(Set.of("Asia/Tokyo", "Europe/Oslo"), Map.of("Asia/Tokyo", "JP"), Map.of(), Locale.ENGLISH);

        assertThat(named)
                .containsEntry("Europe/Oslo", "Oslo – Central European Time (Europe/Oslo)")
                .containsEntry("Asia/Tokyo", "Tokyo, Japan – 日本 – Japan Time (Asia/Tokyo)");
    }

    @Test
    void a_zone_that_an_older_jdk_does_not_know_is_not_offered() {
        var named = Zones.named(
                Set.of("Asia/Tokyo"), Map.of("Asia/Tokyo", "JP", "Asia/Atlantis", "GR"), Map.of(), Locale.ENGLISH);

        assertThat(named).containsOnlyKeys("Asia/Tokyo", "UTC");
    }

    @Test
    void an_earlier_name_is_a_word_for_the_one_of_today() {
        var named = Zones.named(
                Set.of("Asia/Kolkata", "Asia/Calcutta"),
                Map.of("Asia/Kolkata", "IN"),
                Map.of("Asia/Kolkata", List.of("Mumbai")),
                Locale.ENGLISH);

        assertThat(named)
                .containsOnlyKeys("Asia/Kolkata", "UTC")
                .extractingByKey("Asia/Kolkata")
                .asString()
                .startsWith("Kolkata, India – Mumbai, Calcutta, ")
                .contains("भारत")
                .endsWith(" – India Time (Asia/Kolkata)");
    }

    @Test
    void whoever_reads_german_finds_them_by_their_german_names_and_by_the_english_ones() {
        var german = Zones.named(Locale.GERMAN);

        assertThat(german.keySet()).isEqualTo(Zones.named().keySet());
        assertThat(german)
                .extractingByKey("Europe/Amsterdam")
                .asString()
                .startsWith("Amsterdam, Niederlande – ")
                .contains("Netherlands")
                .endsWith(" – Mitteleuropäische Zeit (Europe/Amsterdam)");
    }

    @Test
    void every_word_for_a_country_is_one_for_some_zone() throws IOException {
        var codes = Files.readAllLines(Path.of("src/main/resources/world/zone.tab")).stream()
                .filter(not(line -> line.startsWith("#")))
                .map(line -> line.substring(0, 2))
                .toList();

        assertThat(Files.readAllLines(Path.of("src/main/resources/world/countries.txt")))
                .filteredOn(line -> !line.startsWith("#"))
                .hasSizeGreaterThan(20)
                .allSatisfy(line -> assertThat(codes).contains(line.substring(0, line.indexOf(": "))));
    }

    /** A misspelt zone would make its cities vanish without a word. */
    @Test
    void every_city_belongs_to_a_zone_of_the_tz_database() throws IOException {
        var zones = Files.readString(Path.of("src/main/resources/world/zone.tab"));

        assertThat(Files.readAllLines(Path.of("src/main/resources/world/cities.txt")))
                .filteredOn(not(line -> line.startsWith("#")))
                .allSatisfy(line -> assertThat(zones).contains("\t" + line.split(": ")[0]));
    }

    // --- what is kept

    @Test
    void what_was_kept_is_read_also_under_an_earlier_name() {
        assertThat(Zones.of("Asia/Calcutta")).isEqualTo(ZoneId.of("Asia/Calcutta"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Atlantis", "", " ", "Lima", "UTC+99"})
    void a_zone_that_this_jdk_does_not_know_reads_as_utc(String id) {
        assertThat(Zones.of(id)).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void it_is_warned_of_once(CapturedOutput log) {
        Zones.of("America/Warned_Of");
        Zones.of("America/Warned_Of");

        assertThat(log.getOut()).containsOnlyOnce("America/Warned_Of").contains("WARN");
    }

    /** As form-js looks for what is typed. */
    private static List<String> found(String typed) {
        return Zones.named().entrySet().stream()
                .filter(zone -> zone.getValue().toLowerCase().contains(typed.toLowerCase()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
