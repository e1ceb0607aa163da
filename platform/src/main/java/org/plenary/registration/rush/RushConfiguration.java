package org.plenary.registration.rush;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What lies behind the waiting room: the page to register, and the placing of orders; nothing that comes after. */
@Configuration(proxyBeanMethods = false)
class RushConfiguration implements WebMvcConfigurer {
    private final Gate gate;

    RushConfiguration(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate)
                .addPathPatterns(
                        "/c/{conference}/register",
                        "/c/{conference}/register/**",
                        "/api/v1/conferences/{conference}/orders",
                        "/api/v1/conferences/{conference}/groups")
                .order(Ordered.LOWEST_PRECEDENCE);
    }
}
