package org.plenary.papers.likeness;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Secrets;
import org.plenary.papers.inspection.FileTexts;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.PaperStatus;
import org.plenary.papers.submission.Papers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Compares a paper with all others of the organization. First its fingerprints are kept, then it is compared: of two papers that come at
 * once, the later one so finds the earlier one. Repeats safely; what was begun and not ended is found by {@link LikenessCatchUp}.
 */
@Component
class Likening {
    private static final int MOST_TRIES = 3;

    /** Of one paper; with more it is no copy of one but like a whole field. */
    private static final int MOST_PAIRS = 50;

    private final Papers papers;
    private final FileTexts texts;
    private final PrintIndex index;
    private final LikePairs pairs;
    private final TransactionOperations transactions;

    Likening(Papers papers, FileTexts texts, PrintIndex index, LikePairs pairs, TransactionOperations transactions) {
        this.papers = papers;
        this.texts = texts;
        this.index = index;
        this.pairs = pairs;
        this.transactions = transactions;
    }

    /** @param file whose text is wanted; null without one @param known its fingerprints, when they are kept already */
    private record Job(
            Paper paper,
            String summary,
            @Nullable UUID file,
            @Nullable StoredPrint known,
            boolean unreadable) {}

    private enum Next {
        NOTHING,
        COMPARE
    }

    void compare(UUID paper) throws InterruptedException {
        var begun = Objects.requireNonNull(transactions.execute(_ -> begin(paper)));
        if (begun == Next.NOTHING) return;
        if (begun instanceof Job job) {
            var print = print(job);
            if (!Boolean.TRUE.equals(transactions.execute(_ -> keep(job, print)))) return;
        }
        transactions.executeWithoutResult(_ -> compareKept(paper));
    }

    /** @return a {@link Job}, or what is next without one */
    private Object begin(UUID id) {
        var paper = papers.byId(id).orElse(null);
        if (paper == null || paper.status() == PaperStatus.WITHDRAWN) {
            forget(id);
            return Next.NOTHING;
        }
        var stored = index.locked(id);
        var summary = summary(paper);
        var isRead = Objects.equals(stored.file(), paper.file());
        var file = isRead || texts.isThere(paper) ? paper.file() : null;
        if (stored.version() > 0 && stored.summary().equals(summary) && Objects.equals(stored.file(), file)) {
            index.seen(id, paper.version());
            return stored.compared() ? Next.NOTHING : Next.COMPARE;
        }
        // noted before it begins, so that a file which takes the whole node along is counted
        if (file != null && !isRead) index.tried(id);
        return new Job(paper, summary, file, isRead ? stored : null, stored.tries() >= MOST_TRIES);
    }

    private PaperPrint print(Job job) throws InterruptedException {
        var content = job.paper().content();
        var known = job.known();
        var isToRead = job.file() != null && known == null && !job.unreadable();
        var print = PaperPrint.of(content.title(), content.summary(), isToRead ? texts.of(job.paper()) : "");
        return known == null ? print : new PaperPrint(print.title(), print.summary(), known.body(), known.words());
    }

    /** @return whether the paper is still as it was */
    private boolean keep(Job job, PaperPrint print) {
        var stored = index.locked(job.paper().id());
        var now = papers.byId(job.paper().id()).orElse(null);
        if (now == null || now.status() == PaperStatus.WITHDRAWN) return false;
        if (!summary(now).equals(job.summary())) return false;
        if (job.file() != null && !job.file().equals(now.file())) return false;
        pairs.forgetPassages(List.of(now.id()));
        index.replace(stored, print, job.summary(), job.file(), now.version());
        return true;
    }

    private void compareKept(UUID id) {
        var print = index.find(id).orElse(null);
        var paper = papers.byId(id).orElse(null);
        if (print == null || paper == null) return;
        var shared = index.shared(print);
        var held = index.held(Stream.concat(Stream.of(print.number()), shared.keySet().stream())
                .toList());
        // replaced meanwhile: whoever did it compares it too
        if (held.stream().noneMatch(one -> one.paper().equals(id) && one.state().equals(print.state()))) return;
        var others = held.stream().filter(one -> !one.paper().equals(id)).toList();
        var known = papers.byIds(others.stream().map(StoredPrint::paper).toList()).stream()
                .collect(Collectors.toMap(Paper::id, Function.identity()));
        pairs.replace(
                id,
                others.stream()
                        .filter(other -> known.containsKey(other.paper()))
                        .map(other -> found(print, paper, other, known, shared))
                        .filter(found -> found.likeness().isPair())
                        .sorted(Comparator.comparingDouble((LikePairs.Found found) ->
                                        found.likeness().most())
                                .reversed())
                        .limit(MOST_PAIRS)
                        .toList());
        index.compared(print);
    }

    private static LikePairs.Found found(
            StoredPrint print,
            Paper paper,
            StoredPrint other,
            Map<UUID, Paper> known,
            Map<Integer, Likeness.Shared> shared) {
        var isFirst = print.paper().toString().compareTo(other.paper().toString()) < 0;
        var first = isFirst ? print : other;
        var second = isFirst ? other : print;
        var their = Objects.requireNonNull(known.get(other.paper())).conference();
        return new LikePairs.Found(
                first.paper(),
                second.paper(),
                isFirst ? paper.conference() : their,
                isFirst ? their : paper.conference(),
                Likeness.of(first, second, shared.getOrDefault(other.number(), Likeness.Shared.NOTHING)),
                first.state() + "|" + second.state());
    }

    /** A paper that was taken back is compared with nothing, and nothing of its text stays. */
    private void forget(UUID id) {
        if (index.find(id).isEmpty()) return;
        var stored = index.locked(id);
        pairs.replace(id, List.of());
        index.remove(stored);
    }

    private static String summary(Paper paper) {
        return Secrets.hash(paper.content().title() + "\n" + paper.content().summary());
    }
}
