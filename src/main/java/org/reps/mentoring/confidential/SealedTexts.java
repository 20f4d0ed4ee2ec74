package org.reps.mentoring.confidential;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps confidential texts so that they are found nowhere in clear. Everywhere else, in the variables of a case or in
 * another table, stands only a reference to the text.
 */
@Component
@Transactional
public class SealedTexts {

    private static final Pattern REFERENCE = Pattern.compile("sealed:([0-9a-f-]{36})");

    private static final int AT_ONCE = 1000;

    private final SealedTextTable table;
    private final SealingKey current;
    private final Map<String, SealingKey> keys;

    SealedTexts(SealedTextTable table, SealingKeys keys) {
        this.table = table;
        this.current = keys.current();
        this.keys = keys.all().stream().collect(toMap(SealingKey::id, UnaryOperator.identity(), (one, same) -> one));
    }

    /**
     * Seals a text.
     *
     * @param caseId the process instance with which it is forgotten; null when whoever gets the reference keeps it
     * @return the reference to it
     */
    public String seal(String text, @Nullable String caseId) {
        var id = UUID.randomUUID().toString();
        table.save(new SealedText(id, current.id(), current.seal(text, id), caseId, null));
        return "sealed:" + id;
    }

    /**
     * Replaces all references in a text.
     *
     * @param inserting how an opened text is written into its surroundings, e.g. escaped for JSON
     * @return the text with what was sealed; where that is forgotten already, an empty text
     */
    public String open(String text, UnaryOperator<String> inserting) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(inserting.apply(openOne(found.group(1)))));
    }

    /** Replaces all references in a text by what was sealed. */
    public String open(String text) {
        return open(text, UnaryOperator.identity());
    }

    /**
     * Opens many references with a few statements.
     *
     * @return what was sealed, by reference; without those that are forgotten already
     */
    @Transactional(readOnly = true)
    public Map<String, String> openAll(Collection<String> references) {
        var ids = references.stream()
                .map(REFERENCE::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .distinct()
                .toList();
        var opened = new HashMap<String, String>();
        for (var first = 0; first < ids.size(); first += AT_ONCE) {
            table.findAllById(ids.subList(first, Math.min(ids.size(), first + AT_ONCE)))
                    .forEach(text -> opened.put("sealed:" + text.id(), open(text)));
        }
        return opened;
    }

    public boolean isReferredToIn(String text) {
        return REFERENCE.matcher(text).find();
    }

    /** Forgets for good what was sealed for a case. */
    public void forget(String caseId) {
        table.deleteByCaseId(caseId);
    }

    private String openOne(String id) {
        return table.findById(id).map(this::open).orElse("");
    }

    private String open(SealedText text) {
        return Objects.requireNonNull(keys.get(text.keyId())).open(text.sealed(), text.id());
    }

    /** Better at the start than when somebody looks into a concern. */
    @EventListener(ApplicationStartedEvent.class)
    void refuseToStartWithoutTheKeys() {
        for (var keyId : table.keyIds()) {
            if (!keys.containsKey(keyId)) {
                throw new IllegalStateException("There are confidential texts that none of the configured keys opens."
                        + " Please add the key that was used before to mentoring.confidential.older-keys.");
            }
        }
    }
}
