package org.reps.mentoring.engine.signin;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.login.SignInSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where people sign in. What it offers is asked for when somebody needs it first, so the application starts without it;
 * as long as it does not answer, it is asked again every few seconds at most, and nobody waits for it for long.
 */
final class Provider implements ClientRegistrationRepository {

    /** There is only one, which addresses and Spring Security call so. */
    static final String ID = "provider";

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Such as need no secret of both sides. */
    private static final Set<SignatureAlgorithm> SIGNATURES =
            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

    private final SignInSettings settings;
    private final String publicAddress;
    private final JdkClientHttpRequestFactory requests;
    private final RestTemplate http;

    private @Nullable ClientRegistration registration;
    private long failedAt;
    private boolean hasFailed;

    Provider(SignInSettings settings, String publicAddress) {
        this.settings = settings;
        this.publicAddress = publicAddress;
        this.requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build());
        this.requests.setReadTimeout(PATIENCE);
        this.http = new RestTemplate(requests);
    }

    /** Whether people reach the application with TLS, whatever a request that has come through proxies looks like. */
    boolean comesBackWithTls() {
        return publicAddress.startsWith("https:");
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        return registration();
    }

    /** @throws NotReached when it cannot be asked what it offers, or is another one than is said */
    synchronized ClientRegistration registration() {
        if (registration == null) {
            if (hasFailed && System.nanoTime() - failedAt < PAUSE.toNanos()) {
                throw new NotReached();
            }
            try {
                registration = registrationOf(configuration());
            } catch (RuntimeException e) {
                hasFailed = true;
                failedAt = System.nanoTime();
                LOG.warn("Nobody can sign in: {} does not say what it offers ({})", settings.issuer(), e.getMessage());
                throw new NotReached();
            }
        }
        return registration;
    }

    private Map<String, Object> configuration() {
        var address = settings.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration";
        var configuration = RestClient.create(http)
                .get()
                .uri(address)
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        if (configuration == null || !settings.issuer().equals(configuration.get("issuer"))) {
            throw new IllegalStateException(
                    "it calls itself " + (configuration == null ? "nothing" : configuration.get("issuer")));
        }
        return configuration;
    }

    private ClientRegistration registrationOf(Map<String, Object> configuration) {
        var client = ClientRegistrations.fromOidcConfiguration(configuration)
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientName(settings.name())
                .scope(settings.scopes())
                .redirectUri(publicAddress + SignInFilter.FROM_PROVIDER);
        if (settings.clientSecret().isEmpty()) {
            client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return client.build();
    }

    /** What asks it, and checks what it says. */
    OidcAuthorizationCodeAuthenticationProvider checks() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.addAll(List.of(
                            new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()));
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        var more = new DefaultOAuth2UserService();
        var moreHttp = new RestTemplate(requests);
        moreHttp.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        more.setRestOperations(moreHttp);
        var people = new OidcUserService();
        people.setOauth2UserService(more);
        var checks = new OidcAuthorizationCodeAuthenticationProvider(tokens, people);
        var decoder = new Lazy(this::idTokens);
        checks.setJwtDecoderFactory(client -> decoder);
        return checks;
    }

    /** @param validator what a token has to be besides signed by it and in force */
    JwtDecoder tokens(OAuth2TokenValidator<Jwt> validator) {
        return new Lazy(() -> decoder(validator));
    }

    private JwtDecoder idTokens() {
        return decoder(new OidcIdTokenValidator(registration()));
    }

    private JwtDecoder decoder(OAuth2TokenValidator<Jwt> validator) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(
                        registration().getProviderDetails().getJwkSetUri())
                .restOperations(http)
                .jwsAlgorithms(accepted -> accepted.addAll(SIGNATURES))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), validator));
        return decoder;
    }

    /**
     * Where somebody logs out there too, and then comes back.
     *
     * @param idToken what it has said of them
     * @param back where in the application
     */
    String logout(String idToken, String back) {
        return Optional.ofNullable(registration()
                        .getProviderDetails()
                        .getConfigurationMetadata()
                        .get("end_session_endpoint"))
                .map(address -> UriComponentsBuilder.fromUriString(address.toString())
                        .queryParam("id_token_hint", "{token}")
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(idToken, settings.clientId(), publicAddress + back)
                        .toUriString())
                .orElse(back);
    }

    /** It does not say what it offers. */
    static final class NotReached extends RuntimeException {}

    /** Made when it is needed first; keeps the provider's keys then. */
    private static final class Lazy implements JwtDecoder {

        private final Supplier<JwtDecoder> make;
        private @Nullable JwtDecoder made;

        Lazy(Supplier<JwtDecoder> make) {
            this.make = make;
        }

        @Override
        public Jwt decode(String token) {
            return made().decode(token);
        }

        private synchronized JwtDecoder made() {
            if (made == null) {
                made = make.get();
            }
            return made;
        }
    }
}
