package org.plenary.papers.proceedings;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the chairs describe the volume, and take it away as PDF and as metadata. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/proceedings")
class VolumePages {
    private final ConferenceApi conferences;
    private final Volumes volumes;
    private final PublishingVolume publishing;
    private final Written written;
    private final PageErrors errors;

    VolumePages(
            ConferenceApi conferences,
            Volumes volumes,
            PublishingVolume publishing,
            Written written,
            PageErrors errors) {
        this.conferences = conferences;
        this.volumes = volumes;
        this.publishing = publishing;
        this.written = written;
        this.errors = errors;
    }

    @Component
    record Written(VolumeFiles files, PublishedPapers published, Citing citing, MessageSource messages, Clock clock) {}

    @GetMapping("/volume")
    @Requires(Permission.PAPERS_READ)
    ModelAndView form(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        var state = volumes.of(found);
        return page(found, VolumeForm.filled(state.volume(), state.version()));
    }

    @PostMapping("/volume")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        if (posted.has("update")) {
            VolumeForm.EDITORS.update(posted, posted.get("update"));
            return page(found, posted);
        }
        try {
            var version = posted.get("version");
            publishing.save(found, VolumeForm.read(posted), version.matches("\\d{1,9}") ? Long.parseLong(version) : 0);
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            var page = errors.refused(page(found, posted), e, locale);
            if (!(e instanceof Problem.InvalidInput)) page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        redirect.addFlashAttribute(
                "flash",
                Flash.success(String.valueOf(written.messages().getMessage("papers.volume.saved", null, locale))));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/papers/proceedings");
    }

    @GetMapping("/volume.pdf")
    @Requires(Permission.PAPERS_READ)
    ResponseEntity<Resource> pdf(@PathVariable String conference) {
        return written.files().volume(conferences.bySlug(conference));
    }

    @GetMapping("/proceedings.bib")
    @Requires(Permission.PAPERS_READ)
    ResponseEntity<String> bibTeX(@PathVariable String conference) {
        var found = published(conference);
        var volume = volumes.of(found).volume();
        return written.files().bibTeX(found, volume, volume.locale());
    }

    /** What is registered with Crossref: once the volume is out, and it has a prefix and an address to write to. */
    @GetMapping("/crossref.xml")
    @Requires(Permission.PAPERS_READ)
    void crossref(@PathVariable String conference, HttpServletResponse response) throws IOException {
        var found = published(conference);
        var volume = volumes.of(found).volume();
        if (!volume.hasDois() || volume.contact().isBlank())
            throw new Problem.Conflict("doi_missing", "The volume needs a DOI prefix and an address to write to.");
        response.setContentType(MediaType.APPLICATION_XML_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, VolumeFiles.attachment(found.slug() + "-crossref.xml"));
        var papers = written.published().list(found.id(), 0, Integer.MAX_VALUE);
        try {
            new CrossrefDeposit(
                            found,
                            volume,
                            papers,
                            written.clock().instant(),
                            path -> written.citing().address(found, path))
                    .write(response.getOutputStream());
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private ConferenceView published(String conference) {
        var found = conferences.bySlug(conference);
        if (!volumes.isOut(found.id()))
            throw new Problem.Conflict("volume_hidden", "The proceedings are not published.");
        return found;
    }

    private ModelAndView page(ConferenceView conference, Posted form) {
        return new ModelAndView("papers/proceedings-volume")
                .addObject("slug", conference.slug())
                .addObject("published", volumes.isOut(conference.id()))
                .addObject("form", form)
                .addObject("languages", List.of(new Choice("en", "English"), new Choice("zh-CN", "中文")))
                .addObject("rowCount", VolumeForm.EDITORS.drawn(form))
                .addObject("filledCount", VolumeForm.EDITORS.filled(form));
    }
}
