package org.plenary.embedded.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class RecordingTests {
    @TempDir
    Path folder;

    @Test
    void aRefundAsStripeHasItIsFine() {
        assertThat(differences("""
                {"method": "POST", "path": "/v1/refunds", "status": 200, "form": true,
                 "params": {"amount": "500", "payment_intent": "pi_1", "refund_application_fee": "true",
                            "expand": ["charge"], "metadata": {"order": "R-1"}},
                 "answer": %s}""".formatted(refund("succeeded")))).isEmpty();
    }

    @Test
    void anUnknownParameterAMissingMemberAndAnUnknownWordAreNamed() {
        assertThat(differences("""
                {"method": "POST", "path": "/v1/refunds", "status": 200, "form": true,
                 "params": {"amount": "five", "sum": "5"}, "answer": {"id": "re_1", "object": "refund"}}"""))
                .anyMatch(one -> one.contains("params POST /v1/refunds") && one.contains("sum"))
                .anyMatch(one -> one.contains("/amount") && one.contains("number"))
                .anyMatch(one -> one.contains("answer POST /v1/refunds") && one.contains("currency"));
        assertThat(differences("""
                {"method": "POST", "path": "/v1/refunds", "status": 200, "params": {"reason": "whim"},
                 "answer": %s}""".formatted(refund("succeeded"))))
                .singleElement()
                .asString()
                .contains("/reason");
    }

    @Test
    void aRouteThatStripeHasNotIsFound() {
        assertThat(differences("{\"method\": \"POST\", \"path\": \"/v1/refunds/all\", \"status\": 200}"))
                .isNotEmpty();
        assertThat(differences("{\"method\": \"GET\", \"path\": \"/v1/money\", \"status\": 200}"))
                .containsExactly("Stripe has no GET /v1/money");
        assertThat(differences("{\"method\": \"GET\", \"path\": \"/v1/topups\", \"status\": 200}"))
                .singleElement()
                .asString()
                .contains("no schema of GET /v1/topups");
    }

    @Test
    void anEventIsLookedAtWithWhatItCarries() {
        var event = """
                {"event": {"id": "evt_1", "object": "event", "type": "refund.created", "api_version": "2026-07-29.dahlia",
                 "created": 1, "livemode": false, "pending_webhooks": 1, "request": null, "data": {"object": %s}}}""";
        assertThat(differences(event.formatted(refund("succeeded")))).isEmpty();
        assertThat(differences(event.formatted("{\"id\": \"re_1\"}"))).isNotEmpty();
        assertThat(differences("{\"event\": {\"type\": \"refund.regretted\"}}")).hasSize(1);
    }

    @Test
    void aRefusalHasStripesEnvelope() {
        assertThat(differences("""
                {"method": "GET", "path": "/v1/refunds/re_2", "params": {}, "status": 404,
                 "answer": {"error": {"type": "invalid_request_error", "code": "resource_missing", "message": "No such refund"}}}""")).isEmpty();
        assertThat(differences("""
                {"method": "GET", "path": "/v1/refunds/re_2", "params": {}, "status": 404, "answer": {"error": {"type": "odd"}}}""")).isNotEmpty();
    }

    @Test
    void onlyWholeLinesAreReadAndEachOnce() throws Exception {
        Path file = folder.resolve("calls");
        var recording = new Recording(file, true);
        assertThatCode(recording::check).doesNotThrowAnyException();
        Files.writeString(file, "{\"method\": \"GET\", \"path\": \"/v1/mo");
        assertThatCode(recording::check).doesNotThrowAnyException();
        Files.writeString(file, "ney\", \"status\": 200}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(recording::check).isInstanceOf(AssertionError.class).hasMessageContaining("GET /v1/money");
        assertThatCode(recording::check).doesNotThrowAnyException();
    }

    private List<String> differences(String entry) {
        return new Recording(folder, true).differences(JsonMapper.shared().readTree(entry));
    }

    private static String refund(String status) {
        return """
                {"id": "re_1", "object": "refund", "amount": 500, "balance_transaction": "txn_1", "charge": "ch_1", "created": 1,
                 "currency": "eur", "customer": null, "customer_account": null, "metadata": {}, "payment_intent": "pi_1",
                 "payment_method": null, "reason": null, "receipt_number": null, "source_transfer_reversal": null,
                 "status": "%s", "transfer_reversal": null}""".formatted(status);
    }
}
