package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The chairs bind the final versions into a volume and publish it. */
class ProceedingsIT extends FinalFixture {
    private static final String VOLUME = MANAGED + "/proceedings";
    private static final String PUBLIC = "/c/robots/proceedings";

    @Autowired
    private FileStore files;

    /** Three papers of 3, 1 and 2 pages, of which the second is of another track. */
    private final List<String> secrets = new ArrayList<>();

    private Tenant aTenantWithThreeFinals() {
        var tenant = aTenantWithFinals();
        secrets.add(accepted(tenant, 1, "Grasping at last", "Ada Lovelace"));
        secrets.add(accepted(tenant, 2, "Über das Gehen", "张伟"));
        secrets.add(accepted(tenant, 3, "Seeing", "Vincent van Gogh"));
        var chair = chair(tenant);
        for (var i = 1; i <= 3; i++) {
            handIn(tenant, i, secrets.get(i - 1), pdf(i == 1 ? 3 : i == 2 ? 1 : 2, "paper " + i));
            approve(chair, tenant, i);
        }
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("update paper set track = 'control' where number = 2")
                        .update());
        return tenant;
    }

    @Test
    void pagesFollowFromThePapersAndMovingOneNumbersThemAnew() {
        var tenant = aTenantWithThreeFinals();
        var chair = chair(tenant);

        assertThat(pages(chair.open(at(tenant, VOLUME)))).containsExactly("1: 1–3", "3: 4–5", "2: 6");

        var moved = move(chair, tenant, 3, "up");
        assertThat(pages(moved)).containsExactly("3: 1–2", "1: 3–5", "2: 6");
        assertThat(pages(move(chair, tenant, 2, "up")))
                .as("a paper does not leave its track")
                .containsExactly("3: 1–2", "1: 3–5", "2: 6");
        assertThat(pages(move(chair, tenant, 3, "down"))).containsExactly("1: 1–3", "3: 4–5", "2: 6");
        assertThat(audited(tenant, "proceedings.ordered")).isEqualTo(2);
    }

    @Test
    void theVolumeHasItsPagesNumbersAndBookmarks() throws IOException {
        var tenant = aTenantWithThreeFinals();
        var chair = chair(tenant);
        describe(chair, tenant, Map.of("preface.en", "Welcome to the volume."));

        make(chair, tenant);

        var content = chair.open(at(tenant, VOLUME + "/volume.pdf")).content();
        try (var volume = Loader.loadPDF(content)) {
            var front = pageWith(volume, "paper 1 sheet 1");
            // title, imprint, preface, contents
            assertThat(front).isEqualTo(4);
            assertThat(volume.getNumberOfPages()).isEqualTo(4 + 6 + 1);
            assertThat(text(volume, 2)).contains("Welcome to the volume.").endsWith("iii");
            assertThat(text(volume, 3))
                    .contains("Contents", "Learning", "Control", "Grasping at last", "Über das Gehen")
                    .endsWith("iv");
            for (var i = 1; i <= 6; i++)
                assertThat(text(volume, 3 + i))
                        .contains("Proceedings of Robots")
                        .endsWith(String.valueOf(i));
            assertThat(text(volume, 7)).contains("paper 3 sheet 1");
            assertThat(text(volume, 10))
                    .containsSubsequence(
                            "Author index", "Lovelace, Ada", "1", "van Gogh, Vincent", "4", "中文", "张伟", "6");
            var outline = volume.getDocumentCatalog().getDocumentOutline();
            var titles = new ArrayList<String>();
            for (var item : outline.children()) {
                titles.add(item.getTitle());
                for (var below : item.children()) titles.add("- " + below.getTitle());
            }
            assertThat(titles)
                    .containsExactly(
                            "Preface",
                            "Contents",
                            "Learning",
                            "- Grasping at last",
                            "- Seeing",
                            "Control",
                            "- Über das Gehen",
                            "Author index");
            var seeing = outline.children().iterator();
            seeing.next();
            seeing.next();
            var below = seeing.next().children().iterator();
            below.next();
            assertThat(volume.getPages().indexOf(below.next().findDestinationPage(volume)))
                    .isEqualTo(7);
            assertThat(volume.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())
                    .startsWith("i", "ii", "iii", "iv", "1", "2");
        }
        assertThat(audited(tenant, "proceedings.made")).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeReadNamesItsPaperAndStopsOnlyTheVolume() {
        var tenant = aTenantWithThreeFinals();
        var chair = chair(tenant);
        make(chair, tenant);
        Tenancy.runAs(tenant, () -> {
            var broken = files.keep(
                    FileRule.PAPER,
                    "/file",
                    "broken.pdf",
                    new ByteArrayInputStream("%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8)));
            jdbc.sql("update camera_ready_file set file = ? where paper = (select id from paper where number = 3)")
                    .param(broken.id())
                    .update();
        });

        var page = chair.open(at(tenant, VOLUME));
        chair.submit(page, VOLUME + "/runs", Map.of());

        eventually(
                "the reason is told",
                () -> chair.open(at(tenant, VOLUME)).body().contains("the file of paper 3 cannot be read"));
        assertThat(chair.open(at(tenant, VOLUME + "/volume.pdf")).status())
                .as("what was made before is still there")
                .isEqualTo(200);
        assertThat(chair.open(at(tenant, VOLUME)).body()).contains("Make it again");
        assertThat(publish(chair, tenant, true).body()).contains("Make the PDF of the volume first");
    }

    @Test
    void nothingIsSeenBeforeTheVolumeIsPublishedNorAfterItIsTakenBack() {
        var tenant = aTenantWithThreeFinals();
        var chair = chair(tenant);
        describe(chair, tenant, Map.of("doi_prefix", "10.5555", "doi_suffix", "robots", "contact", "doi@example.org"));
        assertThat(publish(chair, tenant, true).body()).contains("Make the PDF of the volume first");
        make(chair, tenant);
        hidden(tenant);

        assertThat(publish(chair, tenant, true).body()).contains("The proceedings are published.");
        publish(chair, tenant, true);

        for (var path : List.of("", ".pdf", ".bib", "/1", "/1.pdf", "/1.bib"))
            assertThat(anonymous(tenant).get(PUBLIC + path).status()).as(path).isEqualTo(200);
        assertThat(anonymous(tenant).get("/c/robots").expect(200).body()).contains(PUBLIC);
        assertThat(anonymous(tenant).get(PUBLIC).expect(200).body())
                .containsSubsequence("Grasping at last", "1–3", "Seeing", "4–5", "Über das Gehen", "6");
        assertThat(handIn(tenant, 1, secrets.getFirst(), pdf(9, "too late")).status())
                .isEqualTo(409);
        assertThat(move(chair, tenant, 3, "up").body()).contains("Take them back to change them.");

        assertThat(publish(chair, tenant, false).body()).contains("The proceedings are taken back.");
        hidden(tenant);
        assertThat(audited(tenant, "proceedings.published")).isEqualTo(1);
        assertThat(audited(tenant, "proceedings.taken-back")).isEqualTo(1);

        describe(chair, tenant, Map.of("doi_prefix", "10.9999", "doi_suffix", "other", "contact", "doi@example.org"));
        make(chair, tenant);
        publish(chair, tenant, true);
        assertThat(anonymous(tenant).get(PUBLIC + "/1").expect(200).body())
                .as("a DOI that was given once stays")
                .contains("10.5555/robots.1")
                .doesNotContain("10.9999");
    }

    @Test
    void aPaperThatIsWithdrawnIsNeitherOnAPageNorInAPdfFromThenOn() {
        var tenant = aTenantWithThreeFinals();
        var chair = chair(tenant);
        make(chair, tenant);
        publish(chair, tenant, true);

        anonymous(tenant)
                .patch(CONFERENCE + "/submissions/3?secret=" + secrets.get(2), Map.of("status", "withdrawn"))
                .expect(200);

        var visitor = anonymous(tenant);
        assertThat(visitor.get(PUBLIC).expect(200).body()).contains("Grasping").doesNotContain("Seeing");
        visitor.get(PUBLIC + "/3").expect(404);
        visitor.get(PUBLIC + "/3.pdf").expect(404);
        visitor.get(PUBLIC + ".pdf").expect(404);
        assertThat(visitor.get(PUBLIC + ".bib").expect(200).body()).doesNotContain("Seeing");
        assertThat(chair.open(at(tenant, VOLUME)).body()).contains("was withdrawn after it was published");
        publish(chair, tenant, false);
        make(chair, tenant);
        publish(chair, tenant, true);
        assertThat(anonymous(tenant).get(PUBLIC + ".pdf").status()).isEqualTo(200);
        assertThat(anonymous(tenant).get(PUBLIC + "/2").expect(200).body()).contains("content=\"4\"");
    }

    @Test
    void aPaperHasWhatSearchEnginesAndPeopleCiteItBy() {
        var tenant = aTenantWithThreeFinals();
        var chair = chair(tenant);
        describe(
                chair,
                tenant,
                Map.of(
                        "isbn", "978-3-16-148410-0",
                        "doi_prefix", "10.5555",
                        "doi_suffix", "robots",
                        "contact", "doi@example.org"));
        make(chair, tenant);
        publish(chair, tenant, true);

        var page = anonymous(tenant).get(PUBLIC + "/3").expect(200).body();

        assertThat(tags(page))
                .contains(
                        Map.entry("citation_title", "Seeing"),
                        Map.entry("citation_author", "Vincent van Gogh"),
                        Map.entry("citation_author_institution", "University of Somewhere"),
                        Map.entry("citation_firstpage", "4"),
                        Map.entry("citation_lastpage", "5"),
                        Map.entry("citation_conference_title", "Proceedings of Robots"),
                        Map.entry("citation_isbn", "978-3-16-148410-0"),
                        Map.entry("citation_doi", "10.5555/robots.3"),
                        Map.entry("citation_pdf_url", at(tenant, PUBLIC + "/3.pdf")))
                .anySatisfy(tag -> {
                    assertThat(tag.getKey()).isEqualTo("citation_publication_date");
                    assertThat(tag.getValue()).matches("\\d{4}(/\\d{2}/\\d{2})?");
                });
        assertThat(page).contains("Vincent van Gogh", "pp. 4–5", "https://doi.org/10.5555/robots.3");
        var bib = anonymous(tenant).get(PUBLIC + ".bib").expect(200).body();
        assertThat(bib)
                .contains("@inproceedings{robots-3,", "pages = {4--5}", "booktitle = {Proceedings of Robots}")
                .contains("isbn = {978-3-16-148410-0}", "doi = {10.5555/robots.3}", "author = {张伟}");
    }

    @Test
    void numbersOfBooksAreCheckedByTheirLastDigit() {
        var tenant = aTenantWithFinals();
        var chair = chair(tenant);

        var wrong = send(
                chair,
                tenant,
                Map.of("isbn", "978-3-16-148410-1", "issn", "2049-3631", "doi_prefix", "11.1", "contact", "nobody"));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("This is not an ISBN", "This is not an ISSN", "A prefix is such as", "not an e-mail address");
        assertThat(send(chair, tenant, Map.of("isbn", "3-16-148410-X", "issn", "2049-3630"))
                        .body())
                .contains("Saved.");
    }

    /** Its structure is held to the deposit schema’s: names, order and attributes of {@code conference}. */
    @Test
    void theVolumeIsRegisteredWithCrossref() throws Exception {
        var tenant = aTenantWithThreeFinals();
        var chair = chair(tenant);
        describe(
                chair,
                tenant,
                Map.of(
                        "isbn", "978-3-16-148410-0",
                        "doi_prefix", "10.5555",
                        "doi_suffix", "robots",
                        "contact", "doi@example.org",
                        "editors.0.name", "Erika Editor"));
        assertThat(chair.open(at(tenant, VOLUME + "/crossref.xml")).status()).isEqualTo(409);
        make(chair, tenant);
        publish(chair, tenant, true);

        var answer = chair.open(at(tenant, VOLUME + "/crossref.xml"));

        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        var root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.content()))
                .getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo("http://www.crossref.org/schema/5.4.0");
        assertThat(root.getAttribute("version")).isEqualTo("5.4.0");
        assertThat(names(root)).containsExactly("head", "body");
        assertThat(names(only(root, "head"))).containsExactly("doi_batch_id", "timestamp", "depositor", "registrant");
        assertThat(names(only(root, "depositor"))).containsExactly("depositor_name", "email_address");
        assertThat(names(only(root, "conference")))
                .containsExactly(
                        "contributors",
                        "event_metadata",
                        "proceedings_metadata",
                        "conference_paper",
                        "conference_paper",
                        "conference_paper");
        assertThat(names(only(root, "proceedings_metadata")))
                .containsExactly("proceedings_title", "publisher", "publication_date", "isbn", "doi_data");
        var papers = root.getElementsByTagNameNS("*", "conference_paper");
        var seeing = (Element) papers.item(1);
        assertThat(names(seeing))
                .containsExactly("contributors", "titles", "abstract", "publication_date", "pages", "doi_data");
        assertThat(names(only(seeing, "person_name"))).containsExactly("given_name", "surname", "affiliations");
        assertThat(only(seeing, "surname").getTextContent()).isEqualTo("van Gogh");
        assertThat(only(seeing, "first_page").getTextContent()).isEqualTo("4");
        assertThat(only(seeing, "doi").getTextContent()).isEqualTo("10.5555/robots.3");
        assertThat(only(seeing, "resource").getTextContent()).isEqualTo(at(tenant, PUBLIC + "/3"));
        assertThat(only((Element) papers.item(2), "surname").getTextContent()).isEqualTo("张");
    }

    private void hidden(Tenant tenant) {
        for (var path : List.of("", ".pdf", ".bib", "/1", "/1.pdf", "/1.bib"))
            assertThat(anonymous(tenant).get(PUBLIC + path).status()).as(path).isEqualTo(404);
        assertThat(anonymous(tenant).get("/c/robots").expect(200).body()).doesNotContain(PUBLIC);
    }

    private Browser.View send(Browser chair, Tenant tenant, Map<String, String> more) {
        var page = chair.open(at(tenant, VOLUME + "/volume"));
        var fields = new HashMap<>(Map.of(
                "version", value(page, "version"),
                "title.en", "Proceedings of Robots",
                "publisher", "Society of Robots",
                "place", "Shanghai",
                "year", "2027",
                "language", "en",
                "running_head", "true"));
        fields.putAll(more);
        return chair.submit(page, VOLUME + "/volume", fields);
    }

    private void describe(Browser chair, Tenant tenant, Map<String, String> more) {
        assertThat(send(chair, tenant, more).body()).contains("Saved.");
    }

    private void make(Browser chair, Tenant tenant) {
        var page = chair.open(at(tenant, VOLUME));
        chair.submit(page, VOLUME + "/runs", Map.of());
        eventually(
                "the volume is made",
                () -> chair.open(at(tenant, VOLUME)).body().contains("This PDF is of the volume as it is now."));
    }

    private Browser.View publish(Browser chair, Tenant tenant, boolean published) {
        var page = chair.open(at(tenant, VOLUME + "/publication"));
        return chair.submit(page, VOLUME + "/publication", Map.of("published", String.valueOf(published)));
    }

    private Browser.View move(Browser chair, Tenant tenant, int paper, String to) {
        var page = chair.open(at(tenant, VOLUME));
        return chair.submit(page, VOLUME + "/order", Map.of("paper", String.valueOf(paper), "to", to));
    }

    /** Of each paper, by its number. */
    private static List<String> pages(Browser.View view) {
        return Pattern.compile("data-label=\"Pages\">([^<]+)</td>.*?data-label=\"Number\">(\\d+)<", Pattern.DOTALL)
                .matcher(view.body())
                .results()
                .map(found -> found.group(2) + ": " + found.group(1))
                .toList();
    }

    private static List<Map.Entry<String, String>> tags(String page) {
        return Pattern.compile("<meta name=\"(citation_[a-z_]+)\" content=\"([^\"]*)\">")
                .matcher(page)
                .results()
                .map(found -> Map.entry(found.group(1), found.group(2)))
                .toList();
    }

    private static int pageWith(PDDocument volume, String text) {
        for (var i = 0; i < volume.getNumberOfPages(); i++) if (text(volume, i).contains(text)) return i;
        throw new AssertionError("no page has " + text);
    }

    private static String text(PDDocument volume, int page) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page + 1);
            stripper.setEndPage(page + 1);
            stripper.setSortByPosition(true);
            // some signs of the font are known by their radicals, too
            return Normalizer.normalize(stripper.getText(volume), Normalizer.Form.NFKC)
                    .replaceAll("\\s+", " ")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Element only(Element in, String name) {
        var found = in.getElementsByTagNameNS("*", name);
        assertThat(found.getLength()).as(name).isPositive();
        return (Element) found.item(0);
    }

    private static List<String> names(Element element) {
        var names = new ArrayList<String>();
        NodeList children = element.getChildNodes();
        for (var i = 0; i < children.getLength(); i++)
            names.add(children.item(i).getLocalName());
        return names;
    }
}
