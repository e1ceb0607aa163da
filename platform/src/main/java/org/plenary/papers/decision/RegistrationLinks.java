package org.plenary.papers.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Signatures;
import org.plenary.papers.submission.Author;
import org.plenary.papers.submission.Paper;
import org.plenary.papers.submission.Papers;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/**
 * The personal links by which authors of accepted papers register (CFP-08): whoever registers by one is bound to its paper. Each is
 * signed; it says which author it is for, and holds as long as the paper is accepted.
 */
@Component
public class RegistrationLinks {
    private static final Pattern TOKEN = Pattern.compile("paper-(\\d{1,9})-(\\d{1,4})-(.{20,200})");

    private final Papers papers;
    private final Signatures signatures;
    private final Urls urls;

    RegistrationLinks(Papers papers, Signatures signatures, Urls urls) {
        this.papers = papers;
        this.signatures = signatures;
        this.urls = urls;
    }

    /** @param index of the author among those of the paper, from 0 */
    public String of(ConferenceView conference, Paper paper, int index) {
        var token = "paper-" + paper.number() + "-" + index + "-" + signature(paper, index);
        return urls.tenant(Tenancy.require(), "/c/" + conference.slug() + "/register?occasion=" + token)
                .toString();
    }

    /** Whose link it is. */
    public record Opened(Paper paper, Author author) {}

    /** Empty when it is none of ours, and when the paper or its author is not there any more. */
    public Optional<Opened> open(ConferenceView conference, String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) return Optional.empty();
        var index = Integer.parseInt(parts.group(2));
        return papers.byNumber(conference.id(), Integer.parseInt(parts.group(1)))
                .filter(paper ->
                        paper.isAccepted() && index < paper.content().authors().size())
                .filter(paper -> same(parts.group(3), signature(paper, index)))
                .map(paper -> new Opened(paper, paper.content().authors().get(index)));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(Paper paper, int index) {
        return signatures.of("presenter:" + Tenancy.require().id() + ":" + paper.id() + ":" + index);
    }
}
