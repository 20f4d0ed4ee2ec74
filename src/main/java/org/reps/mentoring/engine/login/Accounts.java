package org.reps.mentoring.engine.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.grants.Revocations;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.MembershipEnds;
import org.reps.mentoring.engine.people.UserNames;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.PlainText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Checks passwords wherever the engine is asked to: at the login of the web applications and of the REST API, and when
 * somebody changes their password. Instead of the engine's lock, which lets strangers lock others out, it asks
 * {@link LoginAttempts}. Names and addresses are one line, whoever writes them. Whoever leaves a group, or altogether,
 * leaves no {@linkplain Revocations revocations} behind; what they need in another one comes back with their next
 * request. Whoever gets another password, from whomever, is {@linkplain PasswordChanged told}.
 */
class Accounts extends DbIdentityServiceProvider {

    /** As long as the engine keeps it. */
    private static final int LONGEST = 255;

    private final PasswordHash hash;
    private final LoginAttempts attempts;
    private final KnownPeople known;
    private final ApplicationEventPublisher events;
    private final SignInSettings signIn;

    /** The user names there are, by the same in small letters; null as long as this command makes no account. */
    private @Nullable Map<String, String> taken;

    Accounts(
            PasswordHash hash,
            LoginAttempts attempts,
            KnownPeople known,
            ApplicationEventPublisher events,
            SignInSettings signIn) {
        this.hash = hash;
        this.attempts = attempts;
        this.known = known;
        this.events = events;
        this.signIn = signIn;
    }

    /** @throws Refusal if it is written with other letters than a user name is */
    @Override
    public GroupEntity createNewGroup(String groupId) {
        var group = super.createNewGroup(groupId);
        UserNames.requireAllowed("Group ID", groupId);
        return group;
    }

    /** @throws Refusal as {@link #createNewGroup(String)} */
    @Override
    public Tenant createNewTenant(String tenantId) {
        var tenant = super.createNewTenant(tenantId);
        UserNames.requireAllowed("Tenant ID", tenantId);
        return tenant;
    }

    /**
     * What was pasted along with an address and cannot be seen is left out. What is kept already is not looked at: it
     * is older than these rules, and does not keep anybody from changing their password. A new user name is looked at
     * here and not when a user is begun: Camunda Admin begins one to ask whether a password is good, and would say that
     * the password is not.
     *
     * @throws Refusal if a new user name has other letters than those allowed, is somebody's already or was somebody's
     *     who has left, if a name or the address has more than one line, or if a name is too long or has something in
     *     it that nobody sees; or if it is an account under the user name of another one
     */
    @Override
    public IdentityOperationResult saveUser(User user) {
        var isNew = ((UserEntity) user).getRevision() == 0;
        if (isNew) {
            UserNames.requireAllowed("User name", user.getId());
            requireNew(user.getId());
        }
        var kept = keptAs(user.getId());
        if (!isNew) {
            requireSame((UserEntity) user, kept);
        }
        if (user.getEmail() != null) {
            user.setEmail(PlainText.visible(user.getEmail()));
        }
        var problems = new ArrayList<String>();
        check("First name", kept.get("FIRST_"), user.getFirstName(), problems);
        check("Last name", kept.get("LAST_"), user.getLastName(), problems);
        check("E-mail", kept.get("EMAIL_"), user.getEmail(), problems);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        if (isNew) {
            known.begin(user.getId());
            forgetOwnRight(user.getId());
        }
        var saved = super.saveUser(user);
        if (taken != null) {
            taken.put(UserNames.small(user.getId()), user.getId());
        }
        var before = kept.get("PWD_");
        if (!isNew && !Objects.equals(before, user.getPassword())) {
            attempts.forget(user.getId());
            tell(new PasswordChanged(user.getId(), before == null));
        }
        return saved;
    }

    /** Whoever changes a password may not do themselves what is done to tell of it. */
    private void tell(PasswordChanged changed) {
        Context.getCommandContext().runWithoutAuthorization(() -> {
            events.publishEvent(changed);
            return changed;
        });
    }

    /** @throws Refusal if there is a group of this name already */
    @Override
    public IdentityOperationResult saveGroup(org.camunda.bpm.engine.identity.Group group) {
        if (((GroupEntity) group).getRevision() == 0) {
            alone();
            var others = createGroupQuery(Context.getCommandContext()).list();
            others.stream()
                    .map(org.camunda.bpm.engine.identity.Group::getId)
                    .filter(group.getId()::equalsIgnoreCase)
                    .findFirst()
                    .ifPresent(other -> {
                        throw new Refusal("Group ID: there is the group \"" + other
                                + "\" already. Please choose one that differs by more than capital letters.");
                    });
        }
        return super.saveGroup(group);
    }

    /**
     * Of many who are made at once, the first asks for all: to lock and look for each would take as long as all others
     * are many. The lock is this command's until its transaction ends, and so is what it has read.
     */
    private void requireNew(String userId) {
        if (taken == null) {
            alone();
            taken = UserNames.all(database());
        }
        var other = taken.get(UserNames.small(userId));
        if (other != null) {
            throw new Refusal("User name: somebody has the user name \"" + other
                    + "\" already. Please choose one that differs by more than capital letters.");
        }
    }

    /**
     * The REST API takes the user name out of what it is sent, also where the address names another account: then that
     * one's password would be the other's. Who was changed meanwhile the engine finds out itself.
     */
    private static void requireSame(UserEntity user, Map<String, Object> kept) {
        if (Objects.equals(kept.get("REV_"), user.getRevision())
                && !Objects.equals(kept.get("PWD_"), user.getPassword())) {
            throw new Refusal("User name: \"" + user.getId()
                    + "\" is another account than the one that was to be changed. A user name stays as it is.");
        }
    }

    /**
     * Of two who are made at the same moment, also by two nodes, the second sees the first. The engine has this row to
     * be locked, but locks nothing itself where the database is H2.
     */
    private static void alone() {
        JdbcClient.create(database())
                .sql("select REV_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update")
                .query(Integer.class)
                .single();
    }

    /** The engine grants it anew; it is still there where an account was taken away in the database. */
    private static void forgetOwnRight(String userId) {
        JdbcClient.create(database())
                .sql("delete from ACT_RU_AUTHORIZATION where TYPE_ = ? and USER_ID_ = ? and RESOURCE_TYPE_ = ?"
                        + " and RESOURCE_ID_ = ?")
                .params(Authorization.AUTH_TYPE_GRANT, userId, Resources.USER.resourceType(), userId)
                .update();
    }

    /** Read beside the engine, which would not know any more what is kept and what is to be saved. */
    private static Map<String, Object> keptAs(String userId) {
        return JdbcClient.create(database())
                .sql("select FIRST_, LAST_, EMAIL_, PWD_, REV_ from ACT_ID_USER where ID_ = ?")
                .param(userId)
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .orElse(Map.of());
    }

    private static DataSource database() {
        return Context.getProcessEngineConfiguration().getDataSource();
    }

    /** @throws Refusal if the programme needs this group */
    @Override
    public IdentityOperationResult deleteGroup(String groupId) {
        if (Group.withId(groupId).isPresent() || groupId.equals(Groups.CAMUNDA_ADMIN)) {
            throw new Refusal("The programme needs the group \"" + groupId
                    + "\", so it stays. Please take people out of" + " it one by one.");
        }
        return super.deleteGroup(groupId);
    }

    /** Who is in a group of the programme again has not left it, or is back; who is in it already stays so. */
    @Override
    public IdentityOperationResult createMembership(String userId, String groupId) {
        checkAuthorization(Permissions.CREATE, Resources.GROUP_MEMBERSHIP, groupId);
        if (isIn(groupId, userId)) {
            return new IdentityOperationResult(null, IdentityOperationResult.OPERATION_NONE);
        }
        if (Group.withId(groupId).isPresent()) {
            known.isHere(userId);
        }
        return super.createMembership(userId, groupId);
    }

    private boolean isIn(String groupId, String userId) {
        var context = Context.getCommandContext();
        return context.runWithoutAuthorization(() ->
                createGroupQuery(context).groupId(groupId).groupMember(userId).count() > 0);
    }

    /** @throws Refusal while somebody depends on their being in it, or nobody else keeps the application running */
    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        if (groupId.equals(Groups.CAMUNDA_ADMIN)) {
            requireAnotherOperator(userId);
        }
        Group.withId(groupId).ifPresent(group -> events.publishEvent(new MembershipEnds(userId, group)));
        Revocations.end(userId, Context.getCommandContext());
        return super.deleteMembership(userId, groupId);
    }

    /**
     * Whoever never had an account has not left either.
     *
     * @throws Refusal while somebody depends on them, or nobody else keeps the application running
     */
    @Override
    public IdentityOperationResult deleteUser(String userId) {
        if (!keptAs(userId).isEmpty()) {
            requireAnotherOperator(userId);
            events.publishEvent(new MembershipEnds(userId, null));
        }
        Revocations.end(userId, Context.getCommandContext());
        return super.deleteUser(userId);
    }

    /**
     * Otherwise nobody could make an account any more, and the application would not start again. Where people sign in
     * with what they have elsewhere, it is said there who the operators are.
     */
    private void requireAnotherOperator(String userId) {
        var operators = JdbcClient.create(database())
                .sql("select USER_ID_ from ACT_ID_MEMBERSHIP where GROUP_ID_ = ?")
                .param(Groups.CAMUNDA_ADMIN)
                .query(String.class)
                .list();
        if (!signIn.isOn() && operators.equals(List.of(userId))) {
            throw new Refusal("Nobody else keeps the application running. Please put another operator into the group \""
                    + Groups.CAMUNDA_ADMIN + "\" first.");
        }
    }

    private static void check(String label, @Nullable Object kept, @Nullable String text, List<String> problems) {
        if (text != null && !text.equals(kept)) {
            PlainText.wrongInOneLine(text)
                    .or(() -> text.length() > LONGEST
                            ? Optional.of("please write at most " + LONGEST + " characters")
                            : Optional.empty())
                    .ifPresent(problem -> problems.add(label + ": " + problem + "."));
        }
    }

    /** @throws Refusal where people sign in with an account that they have elsewhere, whatever the password is */
    @Override
    public boolean checkPassword(@Nullable String userId, @Nullable String password) {
        if (signIn.isOn()) {
            throw signIn.noPasswords();
        }
        if (userId == null || password == null) {
            return false;
        }
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) {
            return isRight(userId, password);
        }
        var address = request.getRequest().getRemoteAddr();
        attempts.begin(address, userId);
        var right = isRight(userId, password);
        if (right) {
            attempts.succeeded(address, userId);
        }
        return right;
    }

    private boolean isRight(String userId, String password) {
        var user = findUserById(userId);
        if (user == null || !hash.isAsMuchWork(user.getPassword())) {
            // Otherwise the time it takes would tell who has an account here.
            hash.encrypt(password);
        }
        return user != null && user.getPassword() != null && matchPassword(password, user) && !known.isAway(userId);
    }
}
