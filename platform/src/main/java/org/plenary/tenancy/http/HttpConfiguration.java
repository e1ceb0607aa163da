package org.plenary.tenancy.http;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.plenary.kernel.web.ProblemWriter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClientSettings.class)
class HttpConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> patientProtocol(ClientSettings settings) {
        return server -> {
            server.setProtocol(PatientProtocol.class.getName());
            server.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof PatientProtocol patient)
                    patient.setPatience(settings.patience());
            });
        };
    }

    /** Around everything else, sessions and the finding of the tenant included. */
    @Bean
    FilterRegistrationBean<UnavailableFilter> unavailableFilter(ProblemWriter problems, MessageSource messages) {
        var registration = new FilterRegistrationBean<>(new UnavailableFilter(problems, messages));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<HostFilter> hostFilter(Hosts hosts, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new HostFilter(hosts, problems));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    /** Before anything asks for a parameter, but as the host that was named. */
    @Bean
    FilterRegistrationBean<ReadableFilter> readableFilter(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new ReadableFilter(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
        return registration;
    }

    /** After Spring Security, so that only callers who may speak at all leave a record. */
    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(IdempotencyRecords records, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new IdempotencyFilter(records, problems));
        registration.setOrder(0);
        return registration;
    }

    /** After Spring Security too: what a request may not do leaves nothing behind. */
    @Bean
    FilterRegistrationBean<OnceFilter> onceFilter(StringRedisTemplate redis) {
        var registration = new FilterRegistrationBean<>(new OnceFilter(redis));
        registration.setOrder(1);
        return registration;
    }

    /** Spring Security brings the one that draws its tokens into forms. */
    @Bean
    static BeanPostProcessor onceFields() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor tokens ? new OnceFields(tokens) : bean;
            }
        };
    }

    /** Primary, because the htmx starter brings one too, and with two of equal rank none is used at all. */
    @Bean
    @Primary
    WebMvcRegistrations hostMapping() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new HostMapping();
            }
        };
    }
}
