package org.reps.mentoring.kept;

import org.jspecify.annotations.Nullable;

/**
 * What a person can be to a row.
 *
 * @param where SQL that finds the rows of the person {@code :person}; the feedback they gave is {@code :given}
 * @param heading under which the rows are in their file; null where they are not in it
 * @param theirWords whether the words in it are theirs or about them, and go when they are erased
 */
record Whose(String name, String where, @Nullable String heading, boolean theirWords) {}
