package org.plenary.registration.rush;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What lies behind the waiting room: the pages to register, and the placing of orders. Of what comes after only the adding of rooms
 * and tours, for those in line wait for them too.
 */
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
                        "/c/{conference}/orders/{code}/additions",
                        "/c/{conference}/orders/{code}/additions/quote",
                        "/api/v1/conferences/{conference}/orders",
                        "/api/v1/conferences/{conference}/groups")
                .order(Ordered.LOWEST_PRECEDENCE);
    }
}
