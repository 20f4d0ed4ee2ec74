package org.reps.mentoring.calendar;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.reps.mentoring.world.Zones;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where people live, to tell them times as their clocks show them: what they have said in their profile, as a mentor or
 * as a rep, in this order, for they become a mentor later; the zone of the daily round for whoever has said nothing.
 */
@Component
public class TimeZones {

    private static final String SAID = "select id, time_zone, place from time_zone_said where time_zone <> ''";

    private final JdbcClient database;
    private final ZoneId otherwise;

    TimeZones(JdbcClient database, @Value("${mentoring.daily-round.zone}") ZoneId otherwise) {
        this.database = database;
        this.otherwise = otherwise;
    }

    public ZoneId of(String userId) {
        return said(userId).orElse(otherwise);
    }

    /** The zone in which somebody has said that they live. */
    public Optional<ZoneId> said(String userId) {
        return database
                .sql(SAID + " and id = ? order by place desc")
                .param(userId)
                .query((row, number) -> Zones.of(row.getString("time_zone")))
                .list() // A stream would keep its connection where no transaction ends it.
                .stream()
                .findFirst();
    }

    /** The zones of all who have said one, by user id; for the others it is {@link #otherwise()}. */
    public Map<String, ZoneId> said() {
        var zones = new HashMap<String, ZoneId>();
        database.sql(SAID + " order by place").query((RowCallbackHandler)
                row -> zones.put(row.getString("id"), Zones.of(row.getString("time_zone"))));
        return zones;
    }

    /** The zone of whoever has said nothing. */
    public ZoneId otherwise() {
        return otherwise;
    }
}
