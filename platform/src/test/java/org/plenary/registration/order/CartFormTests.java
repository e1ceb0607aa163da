package org.plenary.registration.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.forms.FieldType;
import org.plenary.forms.Form;
import org.plenary.forms.FormDefinition;
import org.plenary.kernel.LocalizedText;
import org.springframework.util.LinkedMultiValueMap;

class CartFormTests {
    private static final FormDefinition.Field NAME = new FormDefinition.Field(
            "name", FieldType.TEXT, LocalizedText.of("Name"), null, true, null, List.of(), null);
    private static final Form FORM = new Form(
            1, new FormDefinition(List.of(new FormDefinition.Section("s", LocalizedText.of("S"), List.of(NAME)))));

    @Test
    void anotherDelegateIsAdded() {
        var cart = CartForm.of(twoDelegates("delegates.add"), FORM, Map.of());

        assertThat(cart.delegates()).isEqualTo(3);
        assertThat(cart.isUpdate()).isTrue();
    }

    @Test
    void theDelegatesAfterTheOneRemovedMoveUp() {
        var cart = CartForm.of(twoDelegates("delegates.remove.0"), FORM, Map.of());

        assertThat(cart.delegates()).isEqualTo(1);
        assertThat(cart.answers(0))
                .hasEntrySatisfying("name", name -> assertThat(name.asString()).isEqualTo("Grace"));
    }

    private static LinkedMultiValueMap<String, String> twoDelegates(String update) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add("delegates.0.at", "0");
        values.add("delegates.0.answers.name", "Ada");
        values.add("delegates.1.at", "1");
        values.add("delegates.1.answers.name", "Grace");
        values.add("update", update);
        return values;
    }
}
