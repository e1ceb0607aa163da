package org.plenary.bench;

import java.util.function.IntFunction;

/** Searches over HTTP (A), and what is sent to Elasticsearch for them straight to it (B), A B A B. */
record BesideElasticsearch(Platform platform, IntFunction<Load.Client> overHttp, IntFunction<Load.Client> straight) {
    void measure(int[] clients, Report report) throws Exception {
        report.columns(
                "Clients",
                "A: HTTP",
                "B: Elasticsearch",
                "A : B",
                "A: ms, 50 / 95 / 99 %",
                "B: ms, 50 / 95 / 99 %",
                "Median of A : B, ms");
        for (var count : clients) {
            var a = new Side();
            var b = new Side();
            for (var i = 0; i < platform.settings().rounds(); i++) {
                a.round(platform, count, overHttp);
                b.round(platform, count, straight);
            }
            report.row(
                    count,
                    a.perSecond(),
                    b.perSecond(),
                    a.ratioTo(b),
                    a.percentiles(),
                    b.percentiles(),
                    "**" + Measured.number(a.millis(50) / b.millis(50)) + "**");
        }
    }
}
