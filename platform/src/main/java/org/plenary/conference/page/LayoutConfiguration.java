package org.plenary.conference.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class LayoutConfiguration implements WebMvcConfigurer {
    private final LayoutModel layout;

    LayoutConfiguration(LayoutModel layout) {
        this.layout = layout;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(layout)
                .excludePathPatterns("/api/**", "/webjars/**", "/css/**", "/js/**", "/img/**", "/fonts/**");
    }
}
