package org.reps.mentoring.confidential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import org.springframework.stereotype.Component;

/**
 * A key for each person. With it, their browser seals what they have not sent yet when their session ends, so that
 * whoever sits there next cannot read it, and they can when they have logged in again.
 */
@Component
public class DraftKeys {

    private static final String ALGORITHM = "HmacSHA256";

    private final SealingKeys keys;

    DraftKeys(SealingKeys keys) {
        this.keys = keys;
    }

    /** @return 32 bytes in Base64, the same each time; for nobody but this person */
    public String of(String userId) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.current().key());
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(("drafts of " + userId).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
