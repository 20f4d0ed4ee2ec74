package org.reps.mentoring.kept;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the programme keeps of a person in its own tables. */
@Component
public class Kept {

    /** @param pseudonym what stands in place of the user name from now on */
    public void erase(String personId, String pseudonym) {}

    /** To whom the sealed texts belong that are theirs or about them. */
    public List<String> sealedOwners(String personId) {
        return List.of();
    }
}
