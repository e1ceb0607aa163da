package org.plenary.kernel.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Styles and scripts have a version in their address (their own a hash, WebJars the version from the build), so a browser
 * may keep them for good. Templates write {@code @{/css/theme.css}} and {@code @{/webjars/name/path}} without one; Spring
 * puts it in, for WebJars through webjars-locator-lite.
 */
@Configuration(proxyBeanMethods = false)
@Order(-1) // before Boot's own handlers for the same paths, which then step back
class StaticCaching implements WebMvcConfigurer {
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final LanguageChoice languages;

    StaticCaching(LanguageChoice languages) {
        this.languages = languages;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(FOR_GOOD)
                .resourceChain(true);
        for (var folder : new String[] {"css", "js", "img", "fonts"}) {
            registry.addResourceHandler("/" + folder + "/**")
                    .addResourceLocations("classpath:/static/" + folder + "/")
                    .setCacheControl(FOR_GOOD)
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(languages)
                .excludePathPatterns("/webjars/**", "/css/**", "/js/**", "/img/**", "/fonts/**", "/api/**");
    }
}
