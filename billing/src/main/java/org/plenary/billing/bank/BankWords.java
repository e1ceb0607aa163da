package org.plenary.billing.bank;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.identity.Callers;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.ImportProblem;
import org.plenary.kernel.web.PageErrors;
import org.plenary.payments.DeskPayments.Cashier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who works with statements, and the words for it. */
@Component
class BankWords {
    private static final int LONGEST_NAME = 200;

    private final BankStatements statements;
    private final Callers callers;
    private final PageErrors errors;
    private final MessageSource messages;
    private final Formats formats;

    BankWords(BankStatements statements, Callers callers, PageErrors errors, MessageSource messages, Formats formats) {
        this.statements = statements;
        this.callers = callers;
        this.errors = errors;
        this.messages = messages;
        this.formats = formats;
    }

    Cashier cashier() {
        var caller = callers.current();
        return new Cashier(caller.id(), caller.name());
    }

    /** What says itself what is in it is worked off at once. @throws Problem.InvalidInput at {@code /file} */
    UUID keep(String name, byte[] content) {
        var cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        if (!Camt.isXml(content)) {
            var unused = TableFile.of(content);
            return statements.keep(cut, content, cashier());
        }
        var total = Camt.read(content).size();
        var id = statements.keep(cut, content, cashier());
        statements.begin(id, total, null);
        return id;
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage("billing.bank." + key, arguments, locale);
    }

    String money(Money amount) {
        return formats.money(amount);
    }

    Flash success(String key, Locale locale, Object... arguments) {
        return Flash.success(text(key, locale, arguments));
    }

    Map<String, String> errors(Problem problem, Locale locale) {
        return errors.of(problem, locale);
    }

    Flash failure(Problem problem, Locale locale) {
        return Flash.failure(errors(problem, locale).values().iterator().next());
    }

    List<Choice> choices(String kind, List<String> values, Locale locale) {
        return values.stream()
                .map(value -> new Choice(value, text(kind + "-" + value.replace('_', '-'), locale)))
                .toList();
    }

    ImportProblem problem(TableLines.Bad bad, Locale locale) {
        var message = messages.getMessage("violation." + bad.code(), null, locale);
        return new ImportProblem(
                bad.row(), text("column-" + bad.target().replace('_', '-'), locale), bad.value(), message);
    }
}
