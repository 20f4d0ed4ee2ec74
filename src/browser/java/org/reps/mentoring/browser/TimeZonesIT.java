package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever has to say where they live finds it, or has it chosen already. */
class TimeZonesIT extends BrowserTest {

    private static final String TIME_ZONE = "Your time zone";

    private static final Pattern ANY = Pattern.compile(".+");

    private static final List<String> LARGE_CITIES = List.of(
            "New York",
            "Amsterdam",
            "Stockholm",
            "Accra",
            "Kinshasa",
            "Tokyo",
            "Delhi",
            "Shanghai",
            "São Paulo",
            "Mexico City",
            "Cairo",
            "Mumbai",
            "Beijing",
            "Dhaka",
            "Osaka",
            "Karachi",
            "Istanbul",
            "Buenos Aires",
            "Kolkata",
            "Lagos",
            "Manila",
            "Rio de Janeiro",
            "Los Angeles",
            "Moscow",
            "Bangalore");

    private static final Map<String, String> COUNTRIES = Map.of(
            "USA", "America/New_York",
            "UK", "Europe/London",
            "Deutschland", "Europe/Berlin",
            "España", "Europe/Madrid",
            "日本", "Asia/Tokyo");

    private static final Map<String, String> LANGUAGES =
            Map.of("Deutsch", "German", "Español", "Spanish", "日本語", "Japanese", "العربية", "Arabic");

    @Test
    void a_large_city_that_somebody_types_is_found_and_can_be_chosen() {
        givenRep("zora", "Africa/Accra");
        var form = tasklist("zora").start("Look for a mentor");
        var found = form.area().locator(".fjs-dropdownlist-item");
        for (var city : LARGE_CITIES) {
            form.input(TIME_ZONE).fill(city);
            assertThat(found.filter(new FilterOptions().setHasText(city)).first())
                    .isVisible();
        }
        form.input(TIME_ZONE).fill("amsterdam");
        assertThat(found).hasCount(1);
        found.click();
        assertThat(form.input(TIME_ZONE)).hasValue(Pattern.compile("^Amsterdam, Netherlands .*"));
    }

    @Test
    void the_zone_of_the_browser_is_chosen_already_under_whatever_name_it_has_there() {
        // Chromium calls it Asia/Calcutta.
        givenRep("zita", "Asia/Kolkata");
        var form = tasklist("zita").start("Look for a mentor");

        assertThat(form.input(TIME_ZONE)).hasValue(Pattern.compile("^Kolkata, India .*"));
        form.write("What would you like to achieve?", "Learn").pick("Languages you speak", "Hindi", "Lingala");
        form.complete();
        assertThat(reps.findById("zita").orElseThrow()).satisfies(zita -> {
            assertThat(zita.timeZone()).isEqualTo("Asia/Kolkata");
            // What she had said before stands there already.
            assertThat(zita.languages()).containsExactlyInAnyOrder("en", "hi", "ln");
        });
    }

    /** Who only wants to switch mails off on a journey does not move. */
    @Test
    void whoever_chooses_their_mails_is_not_asked_where_they_live() {
        givenRep("zeno", "Europe/Stockholm");
        var form = tasklist("zeno").start("My mail settings");

        assertThat(form.area()).containsText("Now: you get it.");
        assertThat(form.area()).not().containsText(TIME_ZONE);
    }

    @Test
    void a_country_and_a_language_are_found_by_the_names_that_people_have_for_them() {
        givenRep("zuri", "UTC");
        var form = tasklist("zuri").start("Look for a mentor");
        var found = form.area().locator(".fjs-dropdownlist-item");
        COUNTRIES.forEach((typed, zone) -> {
            form.input(TIME_ZONE).fill(typed);
            assertThat(found.filter(new FilterOptions().setHasText("(" + zone + ")")))
                    .isVisible();
        });
        form.input(TIME_ZONE).press("Escape");
        LANGUAGES.forEach((typed, name) -> {
            form.input("Languages you speak").fill(typed);
            assertThat(found.filter(new FilterOptions().setHasText(Pattern.compile("^" + name + " "))))
                    .isVisible();
        });
        form.input("Languages you speak").fill("");
        form.pick("Languages you speak", "German", "Japanese");
    }

    /** As a screen reader reads it: what it is, whether it is open, and what stands out in it. */
    @Test
    void a_list_is_announced_and_goes_by_keys() {
        givenRep("zelie", "UTC");
        var form = tasklist("zelie").start("Look for a mentor");
        for (var list : List.of(TIME_ZONE, "Languages you speak")) {
            var input = form.input(list);
            input.fill("ang");
            assertThat(input).hasRole(AriaRole.COMBOBOX);
            assertThat(input).hasAttribute("aria-expanded", "true");
            var options = form.area().getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION);
            assertThat(options.nth(1)).isVisible();
            Accessibility.check(input.page(), ".fjs-form");
            input.press("ArrowDown");
            assertThat(options.nth(1)).hasAttribute("aria-selected", "true");
            assertThat(input)
                    .hasAttribute("aria-activedescendant", options.nth(1).getAttribute("id"));
            input.press("Enter");
            if (!list.equals(TIME_ZONE)) {
                // Others can be chosen, too.
                input.press("Escape");
            }
            assertThat(input).hasAttribute("aria-expanded", "false");
        }
    }

    @Test
    void somebody_is_chosen_by_any_of_their_names() {
        givenRep("zubin", "UTC");
        var form = tasklist("clara").begin("leave-programme");
        var input = form.input("On behalf of");
        assertThat(input).hasAttribute("list", ANY);
        var offered = form.area().locator("datalist[id='" + input.getAttribute("list") + "'] option");

        assertThat(offered.and(form.area().locator("[value='Zubin Sample']")))
                .hasAttribute("label", "Zubin Sample (zubin)");
        var concern = tasklist("zubin").start("Raise a concern");
        assertThat(concern.input("Who is part of it?")).hasAttribute("list", ANY);
        assertThat(concern.area().locator("option[value='Zubin Sample']")).hasCount(0);
    }

    @Test
    void the_escape_key_closes_the_list_and_only_then_the_dialog() {
        givenRep("zelda", "UTC");
        var form = tasklist("zelda").start("Look for a mentor");
        var found = form.area().locator(".fjs-dropdownlist");
        for (var list : List.of(TIME_ZONE, "Languages you speak")) {
            form.input(list).fill("en");
            assertThat(found).isVisible();
            form.input(list).press("Escape");
            assertThat(found).hasCount(0);
            assertThat(form.area()).isVisible();
        }
        form.input("Languages you speak").press("Escape");
        assertThat(form.area()).hasCount(0);
    }
}
