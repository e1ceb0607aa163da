package org.plenary.kernel.web;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Money on the wire: {@code {"amount": "120.00", "currency": "EUR"}}, with the currency's own number of digits. */
@Component
class MoneyModule extends SimpleModule {
    MoneyModule() {
        super("money");
        addSerializer(Money.class, new Writer());
        addDeserializer(Money.class, new Reader());
    }

    private static final class Writer extends StdSerializer<Money> {
        Writer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("amount", money.getAmount().toPlainString());
            json.writeStringProperty("currency", money.getCurrencyUnit().getCode());
            json.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<Money> {
        private static final int MAXIMUM_DIGITS = 15;

        Reader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode node = context.readTree(parser);
            var amount = node.path("amount");
            var currency = node.path("currency");
            if (!node.isObject() || node.size() != 2 || !amount.isString() || !currency.isString())
                return wrong(context, "money is {\"amount\": \"120.00\", \"currency\": \"EUR\"}");
            try {
                var unit = CurrencyUnit.of(currency.stringValue());
                var decimal = new BigDecimal(amount.stringValue());
                if (decimal.precision() > MAXIMUM_DIGITS || decimal.scale() != unit.getDecimalPlaces())
                    return wrong(context, "an amount in " + unit + " has " + unit.getDecimalPlaces() + " decimals");
                return Money.of(unit, decimal);
            } catch (IllegalCurrencyException | NumberFormatException e) {
                return wrong(context, "this is not an amount of money");
            }
        }

        private static Money wrong(DeserializationContext context, String message) {
            return context.reportInputMismatch(Money.class, message);
        }
    }
}
