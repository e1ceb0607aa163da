package org.plenary.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenary.Http;

/** The platform as the README starts it, in a process of its own: killed, started again on its data, and stopped. */
class DevApplicationIT {
    private static final String HOST = "optics.localhost";
    private static final Pattern ADDRESS = Pattern.compile("Plenary +http://localhost:(\\d+)/");

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void aDataFolder() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
    }

    @AfterEach
    void killsWhatATestLeftBehind() {
        StartedApplication.processesIn(folder).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void whatWasKilledStartsAgainWithItsDataAndCtrlCStopsAllOfIt() throws Exception {
        var killed = start();
        var demo = DemoData.read("optics");
        var path = "/api/v1/conferences/" + demo.at("/conference/slug").asString();
        var host = host(killed);
        var order = host.post(path + "/orders", new DemoOrders(host, path, demo).order(9, demo.at("/people/1")))
                .expect(201);

        killed.process().destroyForcibly().waitFor();
        var services = StartedApplication.processesIn(data);
        assertThat(services).as("PostgreSQL and Redis outlive their starter").isNotEmpty();
        services.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(services.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();

        var again = start();
        assertThat(host(again)
                        .get(path + "/orders/" + order.text("/code") + "?secret=" + order.text("/secret"))
                        .expect(200)
                        .text("/code"))
                .isEqualTo(order.text("/code"));
        assertThat(StartedApplication.processesIn(data)).doesNotContainAnyElementsOf(services);

        again.signal("INT");

        assertThat(StartedApplication.processesIn(folder)).isEmpty();
    }

    private StartedApplication start() throws IOException, InterruptedException {
        var application = StartedApplication.start(
                folder,
                Map.of("PLENARY_DATA", data.toString()),
                "-Dplenary.embedded.elasticsearch.heap=256m",
                "-cp",
                StartedApplication.classPath(),
                DevApplication.class.getName());
        application.await(
                "its addresses are printed", a -> ADDRESS.matcher(a.output()).find());
        assertThat(StartedApplication.isReady(port(application))).isTrue();
        return application;
    }

    private static int port(StartedApplication application) {
        var address = ADDRESS.matcher(application.output());
        assertThat(address.find()).isTrue();
        return Integer.parseInt(address.group(1));
    }

    private static Http host(StartedApplication application) {
        return new Http(port(application), HOST, Map.of());
    }
}
