package org.reps.mentoring.confidential;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps confidential texts so that they are found nowhere in clear. Everywhere else, in the variables of a case or in
 * another table, stands only a reference to the text. It opens in one {@link Place}.
 */
@Component
@Transactional
public class SealedTexts {

    private static final Logger LOG = LoggerFactory.getLogger(SealedTexts.class);

    private static final String PREFIX = "sealed:";
    private static final Pattern REFERENCE = Pattern.compile(PREFIX + "([0-9a-f-]{36})");

    private static final int AT_ONCE = 1000;

    private final SealedTextTable table;
    private final DataKeys keys;

    SealedTexts(SealedTextTable table, DataKeys keys) {
        this.table = table;
        this.keys = keys;
    }

    /**
     * Seals what was written in a case.
     *
     * @return the reference to it, which that case opens in a field of that name
     */
    public String sealInCase(String text, String caseId, String field) {
        return seal(text, Place.inCase(caseId, field), caseId);
    }

    /**
     * Seals a text that no case shows.
     *
     * @return the reference to it
     */
    public String seal(String text, Place place) {
        return seal(text, place, null);
    }

    private String seal(String text, Place place, @Nullable String caseId) {
        var id = UUID.randomUUID().toString();
        table.save(SealedText.seal(id, text, place, caseId, keys.of(place.owner())));
        return PREFIX + id;
    }

    /**
     * Keeps what was written in a case longer than the case: for another owner, and perhaps fewer readers. In a task it
     * still opens in the same case only.
     *
     * @param reference what a step was given for a confidential field; may be empty
     * @param field the field that it was written in
     * @return the reference to what is kept; empty when nothing was written
     * @throws IllegalStateException when this is not what was written in that field, as when a diagram hands over
     *     something else
     */
    public String keep(String reference, String field, Place place) {
        if (reference.isEmpty()) {
            return "";
        }
        var written = writtenIn(field, reference);
        return seal(textOf(written), place, written.caseId());
    }

    /**
     * Lets what was written in one field of a case be shown in another field of the same case.
     *
     * @throws IllegalStateException when this is not what was written in that field
     */
    public String moveInCase(String reference, String field, String shownIn) {
        var written = writtenIn(field, reference);
        return seal(textOf(written), Place.inCase(written.owner(), shownIn), written.caseId());
    }

    private SealedText writtenIn(String field, String reference) {
        return find(reference)
                .filter(text -> text.place().equals(Place.inCase(text.owner(), field)))
                .orElseThrow(() -> new IllegalStateException(
                        "What is handed over as \"" + field + "\" was not written in that field of a case"));
    }

    /**
     * Opens what is read outside of any task.
     *
     * @return what was sealed; an empty text where it is forgotten, or belongs to another place. What is no reference
     *     stays as it is.
     * @throws IllegalStateException when it, or its key, was changed where it is stored
     */
    @Transactional(readOnly = true)
    public String open(String reference, Place place) {
        if (!REFERENCE.matcher(reference).matches()) {
            return reference;
        }
        return find(reference)
                .filter(text -> text.place().equals(place))
                .map(this::textOf)
                .orElse("");
    }

    /**
     * Opens many references, each in its place, with a few statements.
     *
     * @return what was sealed, by reference; without those that are forgotten already, belong to another place, or were
     *     changed where they are stored
     */
    @Transactional(readOnly = true)
    public Map<String, String> openAll(Map<String, Place> places) {
        var found = find(places.keySet()).stream()
                .filter(text -> text.place().equals(places.get(PREFIX + text.id())))
                .toList();
        return textsOf(found);
    }

    /**
     * As {@link #openAll(Map)}, and only what is for this person.
     *
     * @param reader who is logged in
     */
    @Transactional(readOnly = true)
    public Map<String, String> openAll(Map<String, Place> places, Reader reader) {
        var theirs = places.entrySet().stream()
                .filter(place -> place.getValue().isReadBy(reader))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return openAll(theirs);
    }

    /**
     * Replaces all references in what a task shows.
     *
     * @param caseId the case of the task
     * @param field name of what shows them
     * @param reader who has the task by right
     * @param inserting how an opened text is written into its surroundings, e.g. escaped for JSON
     * @return the text with what was sealed; empty texts where it is forgotten, belongs elsewhere, is for others or was
     *     changed where it is stored
     */
    @Transactional(readOnly = true)
    public String show(String text, String caseId, String field, Reader reader, UnaryOperator<String> inserting) {
        var references =
                REFERENCE.matcher(text).results().map(found -> found.group()).collect(toSet());
        var opened = textsOf(find(references).stream()
                .filter(found -> found.isShownIn(caseId, field) && found.place().isReadBy(reader))
                .toList());
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(inserting.apply(opened.getOrDefault(found.group(), ""))));
    }

    /** Whether this is no text itself, but stands for one that is sealed. */
    public boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    /** Whether there is anything in it that stands for a sealed text. */
    public static boolean standsIn(String text) {
        return REFERENCE.matcher(text).find();
    }

    /** The text with this in place of all references. */
    public String withClosed(String text, String closed) {
        return REFERENCE.matcher(text).replaceAll(Matcher.quoteReplacement(closed));
    }

    /**
     * Forgets for good some of what was sealed for a record. What is left of it is sealed anew, as with its key what
     * was forgotten could still be opened in a copy; its references stay what they are.
     */
    public void forget(String owner, Collection<String> references) {
        if (areAll(owner, references)) {
            forget(owner);
            return;
        }
        var all = table.findByOwner(owner);
        var left = all.stream()
                .filter(text -> !references.contains(PREFIX + text.id()))
                .toList();
        var opened = textsOf(left);
        var anew = keys.anew(owner);
        table.deleteByOwner(owner);
        left.stream()
                .filter(text -> opened.containsKey(PREFIX + text.id()))
                .map(text -> SealedText.seal(
                        text.id(), opened.getOrDefault(PREFIX + text.id(), ""), text.place(), text.caseId(), anew))
                .forEach(table::save);
        all.stream().map(SealedText::keyId).distinct().forEach(this::forgetKey);
    }

    /** Whether nothing else is sealed for a record. */
    @Transactional(readOnly = true)
    public boolean areAll(String owner, Collection<String> references) {
        return table.findByOwner(owner).stream().allMatch(text -> references.contains(PREFIX + text.id()));
    }

    /**
     * Forgets for good what was sealed for a case or record: when the transaction is over, its key is gone too, and
     * with it what a copy of the text would be worth.
     */
    public void forget(String owner) {
        if (table.deleteByOwner(owner) > 0) {
            forgetKey(owner);
        }
    }

    /**
     * Forgets what somebody who is erased has written or would read, and what is kept from them.
     *
     * @param owners the cases and records whose texts are theirs or about them
     */
    public void erase(String userId, Collection<String> owners) {
        owners.stream().distinct().forEach(this::forget);
        // Where they are the only reader, or the only one who is not: it says their name.
        table.findByReaderIn(Place.namesOf(userId)).stream()
                .collect(groupingBy(SealedText::owner, mapping(text -> PREFIX + text.id(), toSet())))
                .forEach(this::forget);
    }

    private void forgetKey(String ownerOrKey) {
        // Should the application be stopped between the two, the next start does it (EarlierTexts).
        table.addForgotten(ownerOrKey);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    keys.delete(ownerOrKey);
                } catch (RuntimeException e) {
                    LOG.error("A key of forgotten texts could not be deleted; the next start will do it", e);
                }
            }
        });
    }

    private Optional<SealedText> find(String reference) {
        return find(List.of(reference)).stream().findFirst();
    }

    private List<SealedText> find(Collection<String> references) {
        var ids = references.stream()
                .map(REFERENCE::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .distinct()
                .toList();
        var found = new ArrayList<SealedText>();
        for (var first = 0; first < ids.size(); first += AT_ONCE) {
            found.addAll(table.findAllById(ids.subList(first, Math.min(ids.size(), first + AT_ONCE))));
        }
        return found;
    }

    /** Of one on which something depends: an empty text only where it was forgotten. */
    private String textOf(SealedText text) {
        return keys.withId(text.keyId()).map(text::open).orElse("");
    }

    /** Of many that are only shown: one that was changed stays closed and does not take the others with it. */
    private Map<String, String> textsOf(List<SealedText> sealed) {
        var keysById = keys.withIds(sealed.stream().map(SealedText::keyId).collect(toSet()));
        var opened = new HashMap<String, String>();
        for (var text : sealed) {
            var key = keysById.get(text.keyId());
            if (key != null) {
                try {
                    opened.put(PREFIX + text.id(), text.open(key));
                } catch (IllegalStateException e) {
                    LOG.error("A confidential text was changed where it is stored and stays closed", e);
                }
            }
        }
        return opened;
    }
}
