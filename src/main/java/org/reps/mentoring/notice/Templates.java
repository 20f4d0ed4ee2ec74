package org.reps.mentoring.notice;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates in {@code mail}: one text for each notice, and one layout that makes HTML of all of them. */
@Component
class Templates {

    private final TemplateEngine engine;

    Templates() {
        var spring = new SpringTemplateEngine();
        spring.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
        spring.addTemplateResolver(resolver(".html", TemplateMode.HTML));
        engine = spring;
    }

    /** The template of this notice, filled in. */
    String text(String notice, Context values) {
        return engine.process("mail/" + notice + ".txt", values);
    }

    String html(Letter letter) {
        var context = new Context();
        context.setVariable("letter", letter);
        return engine.process("mail/layout.html", context);
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setResolvablePatterns(Set.of("*" + suffix));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
