package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantStatus;
import org.springframework.beans.factory.annotation.Autowired;

class ManySignupsIT extends PlenaryIT {
    private static final int AT_ONCE = 24;

    @Autowired
    private TenantDirectory directory;

    @Test
    void thoseWhoSignUpAtOnceEachGetAnOrganizationOfTheirOwn() throws Exception {
        var slugs = IntStream.range(0, AT_ONCE).mapToObj(i -> Signing.newSlug()).toList();

        var begun =
                together(slugs.stream().map(slug -> begin(Signing.body(slug))).toList());
        eventually(
                "every code is mailed",
                () -> slugs.stream()
                        .noneMatch(slug -> Signing.code(inbox(), slug).isEmpty()));
        var verified = together(IntStream.range(0, AT_ONCE)
                .mapToObj(i -> verify(begun.get(i).text("/id"), Signing.code(inbox(), slugs.get(i))))
                .toList());

        assertThat(verified).allSatisfy(answer -> answer.expect(200));
        eventually(
                "all are ready",
                () -> begun.stream()
                        .allMatch(each ->
                                Signing.status(platform(), each.text("/id")).equals("ready")));
        var tenants =
                slugs.stream().map(slug -> directory.bySlug(slug).orElseThrow()).toList();
        assertThat(tenants).allMatch(tenant -> tenant.status() == TenantStatus.ACTIVE);
        assertThat(tenants).extracting(tenant -> tenant.schema()).doesNotHaveDuplicates();
    }

    @Test
    void ofThoseWhoWantTheSameAddressAtOnceOneGetsIt() throws Exception {
        var slug = Signing.newSlug();

        var answers = together(
                Stream.generate(() -> begin(Signing.body(slug))).limit(8).toList());

        assertThat(answers)
                .extracting(Http.Answer::status)
                .containsOnly(202, 422)
                .containsOnlyOnce(202);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 422)
                .allSatisfy(answer -> assertThat(answer.text("/errors/0/code")).isEqualTo("taken"));
    }

    private static Callable<Http.Answer> begin(Map<String, Object> body) {
        return () -> platform().post("/api/v1/signups", body);
    }

    private static Callable<Http.Answer> verify(String id, String code) {
        return () -> platform().post("/api/v1/signups/" + id + "/verify", Map.of("code", code));
    }

    private static List<Http.Answer> together(List<Callable<Http.Answer>> calls) throws Exception {
        var answers = new ArrayList<Http.Answer>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var future : executor.invokeAll(calls)) answers.add(future.get());
        }
        return answers;
    }
}
