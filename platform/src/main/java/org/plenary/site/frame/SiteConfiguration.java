package org.plenary.site.frame;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {
    private final SiteModel site;

    SiteConfiguration(SiteModel site) {
        this.site = site;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(site)
                .excludePathPatterns("/api/**", "/webjars/**", "/css/**", "/js/**", "/img/**", "/fonts/**");
    }
}
