package org.reps.mentoring.engine.login;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Refusal;

/**
 * What a new password has to be: long, and not the first thing others would try. Nobody has to put a digit or a capital
 * letter anywhere; a few words are easier to remember and harder to guess.
 */
public final class PasswordRules implements PasswordPolicy {

    static final String EXPLANATION =
            "Please choose a password of 12 to 256 characters, which is more than your user name"
                    + " and not the same few characters again and again, nor what everybody tries first. A few words"
                    + " that only you would put together are a good choice.";

    private static final List<PasswordPolicyRule> RULES = List.of(
            new Rule("12 to 256 characters", (password, userId) -> password.length() >= 12 && password.length() <= 256),
            new Rule(
                    "at least five different characters",
                    (password, userId) -> password.chars().distinct().count() >= 5),
            new Rule("more than your user name", PasswordRules::isMoreThan),
            new Rule("more than what everybody tries first", PasswordRules::isMoreThanUsual),
            new Rule(
                    "only characters that can be typed",
                    (password, userId) -> password.chars().noneMatch(Character::isISOControl)));

    /** What the lists begin with by which passwords are guessed; each of them with a year or a few digits, too. */
    private static final Pattern TRIED_FIRST = Pattern.compile("p[a@4][s5$]{2}(?:w[o0]rd|wort|phrase)|contrase[nñ]a"
            + "|qwert[yz](?:uiop)?|asdfgh(?:jkl)?|[zy]xcvbnm?|1q2w3e4r(?:5t)?|letmein|welcome|willkommen|iloveyou"
            + "|administrator|admin|changeme|default|secret|geheim|login|monkey|dragon|sunshine|princess|football|master"
            + "|0?123456?7?8?9?0?|9?8?7?654321|(?:19|20)\\d\\d|(\\d)\\1+");

    /** What is answered to a password that is not good enough. */
    public static Refusal refusal() {
        return new Refusal(EXPLANATION);
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return RULES;
    }

    static boolean accept(String password, String userId) {
        return RULES.stream().allMatch(rule -> ((Rule) rule).accepts.test(password, userId));
    }

    private static boolean isMoreThan(String password, String userId) {
        // Somebody called "li" may well use words with these letters.
        return userId.length() < 3
                || password.toLowerCase(Locale.ROOT)
                                .replace(userId.toLowerCase(Locale.ROOT), "")
                                .length()
                        >= 8;
    }

    private static boolean isMoreThanUsual(String password, String userId) {
        var left = TRIED_FIRST.matcher(password.toLowerCase(Locale.ROOT)).replaceAll("");
        return left.length() == password.length()
                || left.chars().filter(Character::isLetterOrDigit).distinct().count() >= 5;
    }

    /**
     * One of them.
     *
     * @param placeholder what the web applications show; they would translate a key, and show anything else as it is
     */
    private record Rule(String placeholder, BiPredicate<String, String> accepts) implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return placeholder;
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return accepts.test(password, "");
        }

        @Override
        public boolean execute(String password, @Nullable User user) {
            return accepts.test(password, user == null || user.getId() == null ? "" : user.getId());
        }
    }
}
