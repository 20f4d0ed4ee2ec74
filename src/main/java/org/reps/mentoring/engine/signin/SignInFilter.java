package org.reps.mentoring.engine.signin;

import static org.reps.mentoring.engine.signin.SignInPage.AGAIN;
import static org.reps.mentoring.engine.signin.SignInPage.AS_SOMEBODY_ELSE;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.arrivals.Arrivals;
import org.reps.mentoring.engine.arrivals.Claimed;
import org.reps.mentoring.engine.arrivals.NotWelcome;
import org.reps.mentoring.engine.login.SignInSettings;
import org.reps.mentoring.text.PlainText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The way to the provider and back. Spring Security speaks with it; in the end there is a session of the web
 * applications as after any login, and nothing is left of Spring Security.
 */
final class SignInFilter extends OncePerRequestFilter {

    static final String PATHS = "/sign-in/*";
    static final String TO_PROVIDER = "/sign-in/to/" + Provider.ID;
    static final String FROM_PROVIDER = "/sign-in/from/" + Provider.ID;
    static final String OUT = "/sign-in/out";

    /** Asks the provider not to take whoever is signed in there already. */
    static final String ANEW = "anew";

    /** Under this name a session knows what the provider has said of the person, who leaves there too with it. */
    static final String ID_TOKEN = SignInFilter.class.getName() + ".idToken";

    private static final Logger LOG = LoggerFactory.getLogger(SignInFilter.class);

    private static final String IN = "/sign-in/in";
    private static final Set<String> SCRIPTS = Set.of("go.js", "in.js", "page.js");

    /** Where most have something to do first. */
    private static final List<String> APPLICATIONS = List.of("tasklist", "cockpit", "admin");

    private static final int LONGEST_SAID = 500;

    private static final Set<String> FROM_ANOTHER_TRY =
            Set.of("authorization_request_not_found", "invalid_state_parameter", "invalid_nonce");

    private final SignInSettings settings;
    private final Provider provider;
    private final Arrivals arrivals;
    private final ProcessEngine engine;
    private final OAuth2AuthorizationRequestRedirectFilter leaving;
    private final OAuth2LoginAuthenticationFilter comingBack;

    SignInFilter(SignInSettings settings, Provider provider, Arrivals arrivals, ProcessEngine engine) {
        this.settings = settings;
        this.provider = provider;
        this.arrivals = arrivals;
        this.engine = engine;
        var begun = new BegunSignIns(provider);
        this.leaving = new OAuth2AuthorizationRequestRedirectFilter(new Questions(provider));
        this.leaving.setAuthorizationRequestRepository(begun);
        this.leaving.setAuthenticationFailureHandler(this::failed);
        this.comingBack = new OAuth2LoginAuthenticationFilter(provider, new NoTokens(), "/sign-in/from/*");
        this.comingBack.setAuthorizationRequestRepository(begun);
        this.comingBack.setAuthenticationManager(new ProviderManager(provider.checks()));
        this.comingBack.setAuthenticationSuccessHandler(this::arrived);
        this.comingBack.setAuthenticationFailureHandler(this::failed);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals(HttpMethod.GET.name())) {
            response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
            return;
        }
        try {
            answer(request.getServletPath(), request, response);
        } catch (Provider.NotReached notReached) {
            new SignInPage(
                            settings.name() + " cannot be reached",
                            "You sign in with your account at " + settings.name()
                                    + ", and it does not answer at the moment. Nothing is lost. Please try again in a few"
                                    + " minutes, and tell whoever runs the programme if it stays like this.",
                            AGAIN)
                    .send(request, response, HttpStatus.SERVICE_UNAVAILABLE);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void answer(String path, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (path) {
            case TO_PROVIDER -> {
                provider.registration();
                leaving.doFilter(request, response, SignInFilter::nothing);
            }
            case FROM_PROVIDER -> comingBack.doFilter(request, response, SignInFilter::nothing);
            case IN -> isIn(request, response);
            case OUT ->
                new SignInPage("You are logged out", "You can close this window, or sign in again.", AGAIN)
                        .send(request, response, HttpStatus.OK);
            default -> {
                var script = path.substring(path.lastIndexOf('/') + 1);
                if (SCRIPTS.contains(script) && path.equals("/sign-in/" + script)) {
                    SignInPage.sendScript(script, response);
                } else {
                    response.sendError(HttpStatus.NOT_FOUND.value());
                }
            }
        }
    }

    private static void nothing(ServletRequest request, ServletResponse response) throws IOException {
        ((HttpServletResponse) response).sendError(HttpStatus.NOT_FOUND.value());
    }

    // --- coming back

    private void arrived(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var said = (OidcUser) authentication.getPrincipal();
        try {
            var userId = arrivals.arrive(Claimed.of(said.getClaims(), settings));
            AuthenticationUtil.revalidateSession(request, AuthenticationUtil.createAuthentication(engine, userId));
            request.getSession().setAttribute(ID_TOKEN, said.getIdToken().getTokenValue());
            // Without what was in the address, which is good only once.
            response.sendRedirect(IN + (request.getAttribute(BegunSignIns.WINDOW) == null ? "" : "#window"));
        } catch (NotWelcome notWelcome) {
            LOG.info("Somebody has signed in and was not let in: {}", notWelcome.why());
            page(notWelcome.why()).send(request, response, HttpStatus.FORBIDDEN);
        }
    }

    private SignInPage page(NotWelcome.Why why) {
        var there = "You have signed in with your account at " + settings.name();
        return switch (why) {
            case NOT_IN_PROGRAMME ->
                new SignInPage(
                        "You are not in the programme yet",
                        there
                                + ", which is in none of the programme's groups. Please ask the council, or whoever runs the"
                                + " programme, to add it, and sign in again then.",
                        AS_SOMEBODY_ELSE);
            case COULD_BE_THEIRS ->
                new SignInPage(
                        "Is this account yours?",
                        there + ", and there is an account here already that could be yours. So that nobody gets into"
                                + " what is somebody else's, please ask whoever runs the programme to connect the two.",
                        AS_SOMEBODY_ELSE);
            case HAS_LEFT ->
                new SignInPage(
                        "You are not in the programme any more",
                        there
                                + ". The account that you had here is gone, or in no group of the programme. If that should"
                                + " not be so, please ask the council, or whoever runs the programme.",
                        AS_SOMEBODY_ELSE);
        };
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var code = failure instanceof OAuth2AuthenticationException said
                ? said.getError().getErrorCode()
                : "";
        if (FROM_ANOTHER_TRY.contains(code)) {
            new SignInPage(
                            "Please sign in again",
                            "This took longer than a sign-in is kept, or was begun in another browser.",
                            AGAIN)
                    .send(request, response, HttpStatus.BAD_REQUEST);
        } else if (code.equals(OAuth2ErrorCodes.ACCESS_DENIED)) {
            new SignInPage(
                            "You have not signed in",
                            settings.name() + " says that you do not want to sign in here, or may not.",
                            AGAIN)
                    .send(request, response, HttpStatus.FORBIDDEN);
        } else {
            // What the other side says is not trusted to be one line.
            LOG.warn(
                    "Somebody could not sign in: {}",
                    PlainText.shortened(
                            PlainText.oneLine(String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure)
                                    .getMessage())),
                            LONGEST_SAID));
            new SignInPage(
                            "This did not work",
                            "Something went wrong between this application and " + settings.name()
                                    + ". Please try again, and tell whoever runs the programme if it happens again.",
                            AGAIN)
                    .send(request, response, HttpStatus.BAD_GATEWAY);
        }
    }

    /** Goes on to what somebody had asked for, which only their browser knows as a whole. */
    private static void isIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var session = request.getSession(false);
        var people = session == null
                ? List.<UserAuthentication>of()
                : AuthenticationUtil.getAuthsFromSession(session).getAuthentications();
        if (people.isEmpty()) {
            new SignInPage(
                            "You are not signed in",
                            "Your browser has not kept what tells us who you are. Please allow cookies for this site, and"
                                    + " sign in again.",
                            AGAIN)
                    .send(request, response, HttpStatus.BAD_REQUEST);
            return;
        }
        var home = APPLICATIONS.stream()
                .filter(people.get(0)::isAuthorizedForApp)
                .findFirst()
                .map(application -> "/camunda/app/" + application + "/default/")
                .orElse("/camunda/app/welcome/default/");
        new SignInPage(
                        "You are signed in",
                        "You can go on, or close this window if another one is open.",
                        new SignInPage.Link(home, "Go on"),
                        "in.js",
                        home)
                .send(request, response, HttpStatus.OK);
    }

    /** What the provider is asked. */
    private static final class Questions implements OAuth2AuthorizationRequestResolver {

        private final DefaultOAuth2AuthorizationRequestResolver resolver;

        Questions(Provider provider) {
            this.resolver = new DefaultOAuth2AuthorizationRequestResolver(provider, "/sign-in/to");
            this.resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return asked(resolver.resolve(request), request);
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
            return asked(resolver.resolve(request, registrationId), request);
        }

        private static @Nullable OAuth2AuthorizationRequest asked(
                @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request) {
            return asked == null || request.getParameter(ANEW) == null
                    ? asked
                    : OAuth2AuthorizationRequest.from(asked)
                            .additionalParameters(parameters -> parameters.put("prompt", "login"))
                            .build();
        }
    }

    /** Nothing is asked of the provider afterwards, so what would be needed for that is not kept. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registrationId, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registrationId,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
