package org.plenary.dev;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.plenary.tenancy.Urls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** Demo data and the logins that come with it. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@Import(DemoData.class)
class DemoConfiguration {
    @Bean
    DemoLogins demoLogins(Urls urls) throws IOException {
        var logins = new ArrayList<DemoLogin>();
        for (var name : DemoData.ORGANIZATIONS) {
            var demo = DemoData.read(name);
            var host = urls.platform("").toString().replace("://", "://" + name + ".");
            logins.add(new DemoLogin(
                    demo.at("/tenant/name").asString(),
                    host + "/manage",
                    demo.at("/owner/email").asString(),
                    demo.at("/owner/password").asString()));
        }
        logins.add(new DemoLogin(
                "Operator",
                urls.platform("/operator/tenants").toString(),
                DemoData.OPERATOR_EMAIL,
                DemoData.OPERATOR_PASSWORD));
        return new DemoLogins(List.copyOf(logins));
    }
}
