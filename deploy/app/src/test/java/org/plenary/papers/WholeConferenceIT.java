package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Papers of a conference that took place (CoRL 2024) go the whole way once more: from the call over reviewers, their assignment and their
 * reviews, decisions and letters, to final versions and the published volume.
 */
class WholeConferenceIT extends FinalFixture {
    private static final int PAPERS = 10;
    private static final int REVIEWERS = 5;
    private static final int ACCEPTED = 6;
    private static final int REVIEWS_EACH = 2;
    private static final String REVIEWING = MANAGED + "/reviewing";
    private static final Pattern TO_REVIEW = Pattern.compile("/review/robots/papers/(\\d+)\"");

    /** Of the papers by their numbers, from 1. */
    private final List<String> emails = new ArrayList<>();

    private final List<JsonNode> corl = new ArrayList<>();

    @Test
    void papersOfARealConferenceGoFromTheCallToTheProceedings() throws IOException {
        var tenant = aTenantWithFinals();
        var owner = owner(tenant);
        var chair = chair(tenant);
        submitPapers(tenant);
        var reviewers = reviewers(tenant);

        plan(chair, tenant, Map.of("per_paper", String.valueOf(REVIEWS_EACH), "discussion", "true"));
        assign(chair, tenant);
        var best = review(tenant, owner, reviewers);
        decide(chair, tenant, owner, best);
        handInFinals(chair, tenant, best);
        register(chair, tenant, best);
        publish(chair, tenant, owner, best);

        nobodyReadsAHiddenName(tenant, reviewers);
    }

    private void submitPapers(Tenant tenant) throws IOException {
        try (var file = getClass().getResourceAsStream("/demo/papers-corl2024.json")) {
            JsonMapper.shared().readTree(file).forEach(corl::add);
        }
        for (var i = 0; i < PAPERS; i++) {
            var given = corl.get(i);
            var email = "author" + (i + 1) + "-" + tenant.slug() + "@corl-" + i + ".example";
            emails.add(email);
            var authors = new ArrayList<Map<String, Object>>();
            for (var author : given.at("/authors"))
                authors.add(new HashMap<>(
                        Map.of("name", author.at("/name").asString(), "corresponding", authors.isEmpty())));
            authors.getFirst().put("email", email);
            var paper = new HashMap<>(paper(given.at("/title").asString()));
            paper.put("abstract", given.at("/abstract").asString());
            paper.put("authors", authors);
            anonymous(tenant).post(CONFERENCE + "/submissions", paper).expect(201);
        }
    }

    /** Each has written what a real author has, whose paper is not among those here. */
    private List<Person> reviewers(Tenant tenant) {
        var people = new ArrayList<Person>();
        for (var i = 0; i < REVIEWERS; i++) {
            var email = "reviewer" + i + "-" + tenant.slug() + "@review-" + i + ".example";
            var person = reviewer(tenant, "Reviewer Number " + (char) ('A' + i), email);
            var own = corl.get(100 + i);
            var path = "/review/robots/profile";
            var works = own.at("/title").asString() + "\n" + own.at("/abstract").asString();
            var saved = person.browser().submit(person.browser().open(at(tenant, path)), path, Map.of("works", works));
            assertThat(saved.body()).contains("What you said is saved");
            people.add(person);
        }
        return people;
    }

    private void assign(Browser chair, Tenant tenant) {
        var path = REVIEWING + "/assignment";
        var page = chair.open(at(tenant, path));
        var fields = new HashMap<String, String>();
        for (var weight : List.of(
                "affinity", "bid", "topics", "senior", "institution", "country", "balance", "stability", "percent"))
            fields.put(weight, value(page, weight));
        fields.put("keep", "true");
        chair.submit(page, path, fields);
        eventually("worked out", () -> chair.open(at(tenant, path)).body().contains("Worked out"));
        assertThat(chair.open(at(tenant, path)).body()).contains(PAPERS * REVIEWS_EACH + " pairs are proposed");
        var published = chair.submit(chair.open(at(tenant, REVIEWING)), REVIEWING + "/publication", Map.of());
        assertThat(published.body()).contains(PAPERS * REVIEWS_EACH + " papers are given.");
    }

    /** A paper with a lower number is thought better of. @return the numbers of the best */
    private List<Integer> review(Tenant tenant, Http owner, List<Person> reviewers) {
        for (var person : reviewers) {
            var desk = person.browser().open(at(tenant, "/review/robots"));
            var papers = TO_REVIEW
                    .matcher(desk.body())
                    .results()
                    .map(found -> Integer.valueOf(found.group(1)))
                    .distinct()
                    .toList();
            assertThat(papers).as(desk.body()).isNotEmpty();
            for (var paper : papers) {
                var score = paper <= ACCEPTED ? 6 - paper % 2 : 2;
                assertThat(review(tenant, person, paper, score, "Read by somebody.")
                                .body())
                        .contains("Your review is handed in");
            }
        }
        assertThat(owner.get(CONFERENCE + "/submissions:query?q=reviews%3C" + REVIEWS_EACH)
                        .expect(200)
                        .json()
                        .at("/items"))
                .isEmpty();
        var best = new ArrayList<Integer>();
        for (var paper = 1; paper <= ACCEPTED; paper++) best.add(paper);
        return best;
    }

    private void decide(Browser chair, Tenant tenant, Http owner, List<Integer> best) {
        var decisions = MANAGED + "/decisions";
        var settings = chair.open(at(tenant, decisions + "/plan"));
        chair.submit(
                settings,
                decisions + "/plan",
                Map.of(
                        "version",
                        value(settings, "version"),
                        "held",
                        "true",
                        "signer",
                        "Prof. Greta Lindqvist",
                        "presenter_until",
                        "2099-03-01T12:00"));
        var page = chair.open(at(tenant, decisions + "?accept.learning=" + ACCEPTED));
        assertThat(page.body()).contains("Accept " + ACCEPTED + ", reject " + (PAPERS - ACCEPTED));
        chair.submit(page, decisions, Map.of("accept.learning", String.valueOf(ACCEPTED), "mark", value(page, "mark")));
        assertThat(mailsTo(emails.getFirst())).as("kept back").doesNotContain("Accepted");
        var announced = chair.submit(
                chair.open(at(tenant, decisions)), decisions + "/announcement", Map.of("seen", String.valueOf(PAPERS)));
        assertThat(announced.body()).contains(PAPERS + " decisions are announced.");
        for (var paper = 1; paper <= PAPERS; paper++) {
            var email = emails.get(paper - 1);
            var expected = best.contains(paper) ? "Accepted: your paper " + paper : "could not be accepted";
            eventually(email + " reads: " + expected, () -> mailsTo(email).contains(expected));
        }
        eventually("everybody finds the accepted ones", () -> total(anonymous(tenant), "") == ACCEPTED);
        assertThat(owner.get(CONFERENCE + "/submissions:query?q=status%3Arejected")
                        .json()
                        .at("/items"))
                .hasSize(PAPERS - ACCEPTED);
    }

    private void handInFinals(Browser chair, Tenant tenant, List<Integer> best) {
        for (var paper : best) {
            var secret = secret(paper);
            assertThat(handIn(tenant, paper, secret, pdf(2, "final of " + paper))
                            .body())
                    .contains("Your final version is handed in.");
            tickAll(tenant, paper, secret);
            approve(chair, tenant, paper);
        }
        assertThat(chair.open(at(tenant, FINALS + "?state=ready")).body())
                .contains(corl.getFirst().at("/title").asString());
    }

    private void register(Browser chair, Tenant tenant, List<Integer> best) {
        for (var paper : best.subList(0, 2)) {
            var link = link(emails.get(paper - 1), "/register?occasion=");
            anonymous(tenant)
                    .post(
                            CONFERENCE + "/orders",
                            Map.of(
                                    "contact",
                                    Map.of("name", "Who Comes", "email", "comes@example.org", "country", "CN"),
                                    "delegates",
                                    List.of(Map.of("fee", "regular")),
                                    "occasion",
                                    link.substring(link.indexOf("occasion=") + "occasion=".length())))
                    .expect(201);
        }
        assertThat(chair.open(at(tenant, MANAGED + "/presenters")).body())
                .contains(ACCEPTED - 2 + " accepted papers have no author");
    }

    private void publish(Browser chair, Tenant tenant, Http owner, List<Integer> best) {
        var volume = MANAGED + "/proceedings";
        var visitor = new Browser();
        assertThat(visitor.open(at(tenant, "/c/robots/proceedings")).status()).isEqualTo(404);
        chair.submit(chair.open(at(tenant, volume)), volume + "/runs", Map.of());
        eventually(
                "the volume is made",
                () -> chair.open(at(tenant, volume)).body().contains("This PDF is of the volume as it is now."));
        chair.submit(
                chair.open(at(tenant, volume + "/publication")), volume + "/publication", Map.of("published", "true"));

        var list = visitor.open(at(tenant, "/c/robots/proceedings"));
        for (var paper : best) assertThat(list.body()).contains("/c/robots/proceedings/" + paper);
        var one = visitor.open(at(tenant, "/c/robots/proceedings/1"));
        var given = corl.getFirst();
        assertThat(one.body())
                .contains("name=\"citation_title\" content=\""
                        + given.at("/title").asString())
                .contains("name=\"citation_firstpage\" content=\"1\"", "name=\"citation_lastpage\" content=\"2\"");
        assertThat(visitor.open(at(tenant, "/c/robots/proceedings.bib")).body().split("@inproceedings"))
                .hasSize(ACCEPTED + 1);
    }

    private void nobodyReadsAHiddenName(Tenant tenant, List<Person> reviewers) {
        for (var email : emails) assertThat(mailsTo(email)).doesNotContain("Reviewer Number", "@review-");
        for (var person : reviewers) {
            var mails = mailsTo(person.email());
            for (var i = 0; i < PAPERS; i++)
                assertThat(mails)
                        .doesNotContain(
                                corl.get(i).at("/title").asString(),
                                corl.get(i).at("/authors/0/name").asString(),
                                emails.get(i));
        }
    }

    /** Of the link in the mail that tells of the acceptance. */
    private String secret(int paper) {
        var link = link(emails.get(paper - 1), "/submissions/" + paper + "?secret=");
        return link.substring(link.indexOf("secret=") + "secret=".length());
    }
}
