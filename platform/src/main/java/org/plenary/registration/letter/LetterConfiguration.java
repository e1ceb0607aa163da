package org.plenary.registration.letter;

import org.plenary.tenancy.SeriesOfNumbers;
import org.plenary.tenancy.Successor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class LetterConfiguration {
    @Bean
    Successor letterSeries(JdbcClient jdbc) {
        return new SeriesOfNumbers(jdbc, "letter_series");
    }
}
