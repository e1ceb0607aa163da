package org.plenary.kernel.calls;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/** Makes clients that call servers which somebody outside has named. */
public final class OutsideCalls {
    private static final int MOST_AT_ONCE = 512;

    private OutsideCalls() {}

    /**
     * Each call goes over a connection of its own to an address that was checked, and follows nowhere. The time is that for each
     * step; whoever calls sees to the end of the whole, since a server that sends a byte now and then is never late.
     */
    public static CloseableHttpClient client(String userAgent, Duration timeout, boolean loopbackAllowed) {
        var limit = Timeout.of(timeout);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(loopbackAllowed))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(limit)
                                .setSocketTimeout(limit)
                                .build())
                        .setMaxConnTotal(MOST_AT_ONCE)
                        .setMaxConnPerRoute(MOST_AT_ONCE)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(limit)
                        .setConnectionRequestTimeout(limit)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                // what is packed small may be large when it is unpacked
                .disableContentCompression()
                .build();
    }
}
