package org.reps.mentoring.web;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import org.apache.catalina.valves.RemoteIpValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.web.embedded.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Believes those proxies that the operator names, and nobody else, when they say for whom they ask and whether that was
 * with TLS. Of the addresses in {@code X-Forwarded-For} the last one that is not such a proxy counts: those before it
 * are what the visitor says. Under which name the application is reached is a setting, so nobody is believed about
 * that.
 */
@Component
class TrustedProxies
        implements BeanFactoryPostProcessor, WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(TrustedProxies.class);

    private static final String SETTING = "mentoring.trusted-proxies";

    private String trusted = "";

    /** Before anything has been created: refuses to start with something that is no address. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var environment = beans.getBean(Environment.class);
        try {
            trusted = Arrays.stream(environment.getProperty(SETTING, "").strip().split("[\\s,]+"))
                    .filter(range -> !range.isEmpty())
                    .map(range -> AddressRange.of(range).pattern())
                    .collect(joining("|"));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Please set MENTORING_TRUSTED_PROXIES to the addresses of the proxies in front of the application,"
                            + " such as 10.0.0.2 or 172.18.0.0/16, with commas between them, or to nothing. "
                            + e.getMessage(),
                    e);
        }
        if (trusted.isEmpty() && environment.acceptsProfiles(Profiles.of("production"))) {
            LOG.warn(
                    "No proxy is trusted ({}). If people come through one, all wrong passwords seem to come from the"
                            + " proxy, and somebody who tries passwords slows down everybody's login.",
                    SETTING);
        }
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        if (!trusted.isEmpty()) {
            var valve = new RemoteIpValve();
            valve.setInternalProxies(trusted);
            valve.setRemoteIpHeader("X-Forwarded-For");
            valve.setProtocolHeader("X-Forwarded-Proto");
            server.addEngineValves(valve);
        }
    }
}
