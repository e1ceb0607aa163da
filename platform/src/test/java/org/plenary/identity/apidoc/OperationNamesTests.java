package org.plenary.identity.apidoc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationNamesTests {
    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/conferences, true, listConferences",
        "POST, /api/v1/conferences, false, createConference",
        "PATCH, /api/v1/conferences/{conference}, false, updateConference",
        "GET, /api/v1/conferences/{conference}/fees, true, listFees",
        "POST, /api/v1/conferences/{conference}/submissions:import, false, importSubmissions",
        "PUT, /api/v1/conferences/{conference}/registration-form, false, setRegistrationForm",
        "POST, /api/v1/api-clients/{id}/secret, false, createApiClientSecret",
        "GET, /api/v1/conferences/{conference}/orders/{code}, false, getOrder",
        "POST, /api/v1/billing/reconciliation, false, createBillingReconciliation",
        "POST, /api/v1/billing/reconciliation/{source}, false, createBillingReconciliationBySource",
        "DELETE, /api/v1/webhook-endpoints/{endpoint}, false, deleteWebhookEndpoint",
        "POST, /api/v1/webhook-endpoints/{endpoint}/deliveries/{id}/replay, false, createWebhookEndpointDeliveryReplay"
    })
    void anOperationIsNamedByItsMethodAndPath(String method, String path, boolean isPage, String name) {
        assertThat(OperationNames.of(method, path, isPage)).isEqualTo(name);
    }
}
