package org.plenary.billing.invoice;

import org.plenary.tenancy.SeriesOfNumbers;
import org.plenary.tenancy.Successor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class InvoiceConfiguration {
    @Bean
    Successor invoiceSeries(JdbcClient jdbc) {
        return new SeriesOfNumbers(jdbc, "invoice_series");
    }
}
