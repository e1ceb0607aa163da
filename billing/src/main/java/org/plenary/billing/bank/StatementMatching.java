package org.plenary.billing.bank;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.kernel.TableFile;
import org.plenary.payments.CreditorReference;
import org.plenary.payments.DeskPayments.Cashier;
import org.plenary.payments.Payments;
import org.plenary.payments.TransferTargets;
import org.plenary.tenancy.OutboundListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works statements off: each line is written once, whatever file it comes in, and goes to the order whose reference it has. After a
 * crash the message comes again and the lines that are there are skipped. Holds no transaction: an open card page is closed first.
 */
@Component
class StatementMatching {
    private static final Logger LOG = LoggerFactory.getLogger(StatementMatching.class);
    private static final int PROGRESS = 25;

    private final BankStatements statements;
    private final BankLines lines;
    private final TransferTargets targets;
    private final Assigning assigning;
    private final Payments payments;

    StatementMatching(
            BankStatements statements,
            BankLines lines,
            TransferTargets targets,
            Assigning assigning,
            Payments payments) {
        this.statements = statements;
        this.lines = lines;
        this.targets = targets;
        this.assigning = assigning;
        this.payments = payments;
    }

    @OutboundListener(id = "billing.work-statement-off")
    void on(StatementStarted started) {
        var statement = statements.find(started.statement()).orElse(null);
        if (statement == null || !statement.isRunning()) return;
        try {
            run(statement, read(statement.id()));
            statements.end(statement.id(), BankStatements.FINISHED, null);
        } catch (Problem.InvalidInput e) {
            statements.end(
                    statement.id(),
                    BankStatements.FAILED,
                    e.violations().getFirst().code());
        }
    }

    private List<StatementLine> read(UUID id) {
        var content = statements.content(id);
        var mapping = statements.mapping(id).orElse(null);
        return mapping == null
                ? Camt.read(content)
                : TableLines.of(TableFile.of(content), mapping).lines();
    }

    private void run(BankStatements.Row statement, List<StatementLine> all) {
        var seen = new HashMap<String, Integer>();
        var added = 0;
        var matched = 0;
        for (var i = 0; i < all.size(); i++) {
            var line = all.get(i);
            var name = name(line);
            var id = lines.add(statement.id(), line, Secrets.hash(name + "|" + seen.merge(name, 1, Integer::sum)));
            if (id != null) {
                added++;
                if (match(id, line, statement.by())) matched++;
            }
            if ((i + 1) % PROGRESS == 0 || i + 1 == all.size()) {
                statements.advance(statement.id(), i + 1, added, matched);
                added = 0;
                matched = 0;
            }
        }
    }

    /** Lines that say the same are told apart by their order: two of them in one file are twice the money. */
    private static String name(StatementLine line) {
        var id = line.bankId();
        var what = id == null ? line.payer() + "|" + line.payerIban() + "|" + line.text() : id;
        return line.account() + "|" + line.bookedOn() + "|" + line.amount() + "|" + what;
    }

    /** Only a reference that names one order is followed without asking. */
    private boolean match(UUID id, StatementLine line, Cashier by) {
        var codes = CreditorReference.codesIn(line.text(), TransferTargets.CODE_LENGTH);
        var found = targets.withCodes(codes);
        if (found.size() != 1) return false;
        try {
            assign(id, found.getFirst(), by);
            return true;
        } catch (Problem.Conflict e) {
            LOG.info("line {} is left to be decided by hand: {}", id, e.code());
            return false;
        }
    }

    /**
     * As {@link Assigning#assign}; a card page of the order is closed before.
     *
     * @throws Problem.Conflict {@code already_paid} when it was paid by card just now
     */
    BankLine assign(UUID line, TransferTargets.Target target, Cashier by) {
        if (target.isOpen() && !isCardClosed(target))
            throw new Problem.Conflict("already_paid", "This order has just been paid; look at it again.");
        return assigning.assign(line, target, by);
    }

    /** Of what is paid in part, only the page that is open matters. */
    private boolean isCardClosed(TransferTargets.Target target) {
        var subject = target.subject();
        try {
            return target.left().isLessThan(target.total()) ? payments.closePage(subject) : payments.close(subject);
        } catch (Problem.Unavailable e) {
            LOG.warn("the card page of {} cannot be closed now: {}", subject, e.detail());
            return true;
        }
    }

    /** What a line may be for: what its text names, and then what waits for such money. */
    List<TransferTargets.Target> proposals(BankLine line, int limit) {
        var words = CreditorReference.codesIn(line.text(), TransferTargets.CODE_LENGTH);
        var named = new java.util.LinkedHashSet<>(words);
        for (var word : line.text().toUpperCase(java.util.Locale.ROOT).split("[^A-Z0-9]+", -1))
            if (word.length() == TransferTargets.CODE_LENGTH) named.add(word);
        var all = new java.util.LinkedHashMap<UUID, TransferTargets.Target>();
        targets.withCodes(named).forEach(each -> all.put(each.subject(), each));
        targets.likely(line.amount(), line.payer(), limit).forEach(each -> all.putIfAbsent(each.subject(), each));
        return all.values().stream().limit(limit).collect(Collectors.toList());
    }
}
