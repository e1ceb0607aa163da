package org.plenary.papers.proceedings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.plenary.communication.Bindery;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileRule;
import org.plenary.files.FileStore;
import org.plenary.kernel.Problem;
import org.plenary.papers.call.Calls;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/**
 * Makes the PDF of a volume behind the scenes. A file that cannot be bound ends it with the paper's number as the reason, and the PDF
 * that was made before stays. A message that comes again after a crash begins anew: the outcome is written at the end, in one piece.
 */
@Component
class VolumeMaking {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final FileRule VOLUME = new FileRule(Set.of("application/pdf"), 2048 * MEBIBYTE);

    private final VolumeRuns runs;
    private final VolumeOrder order;
    private final VolumeDrawing drawing;
    private final Bindery bindery;
    private final Around around;

    VolumeMaking(VolumeRuns runs, VolumeOrder order, VolumeDrawing drawing, Bindery bindery, Around around) {
        this.runs = runs;
        this.order = order;
        this.drawing = drawing;
        this.bindery = bindery;
        this.around = around;
    }

    @Component
    record Around(ConferenceApi conferences, Volumes volumes, Calls calls, FileStore files) {}

    /** Why a volume cannot be made. @param paper 0 when it is about none */
    private static final class Stopped extends Exception {
        private final String problem;
        private final int paper;

        Stopped(String problem, int paper) {
            super(problem, null, true, false);
            this.problem = problem;
            this.paper = paper;
        }
    }

    @OutboundListener(id = "papers.make-volume")
    void on(VolumeAsked asked) {
        var run = runs.byId(asked.run()).filter(VolumeRun::isRunning).orElse(null);
        if (run == null) return;
        try {
            make(run);
        } catch (Stopped e) {
            runs.fail(run.id(), e.problem, e.paper == 0 ? null : e.paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(VolumeRun run) throws Stopped, IOException {
        var conference = around.conferences().byId(run.conference());
        var volume = around.volumes().of(conference).volume();
        var entries = order.all(conference.id());
        if (entries.isEmpty()) throw new Stopped("empty", 0);
        runs.advance(run.id(), 0, entries.size());
        var file = Files.createTempFile("plenary-volume-", ".pdf");
        try {
            bind(run, conference, volume, entries, file);
            keep(run, conference, VolumeMark.of(volume, entries), file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void bind(VolumeRun run, ConferenceView conference, Volume volume, List<BoundEntry> entries, Path file)
            throws Stopped, IOException {
        var locale = volume.locale();
        try (var binding = bindery.begin(volume.titleIn(locale), volume.runningHead() ? volume.titleIn(locale) : "")) {
            for (var part : drawing.front(conference, volume, entries)) binding.front(part.pdf(), part.bookmark());
            var call = around.calls().find(conference.id()).orElse(null);
            var done = 0;
            for (var entry : entries) {
                var track = entry.track();
                if (entry.isFirst())
                    binding.part(track == null ? null : call == null ? track : call.trackName(track, locale));
                bind(binding, entry);
                runs.advance(run.id(), ++done, entries.size());
            }
            binding.part(null);
            var index = drawing.index(volume, entries);
            binding.body(new ByteArrayInputStream(index.pdf()), Objects.requireNonNull(index.bookmark()));
            binding.save(file);
        } catch (Bindery.Unreadable e) {
            throw new IOException(e);
        }
    }

    private void bind(Bindery.Binding binding, BoundEntry entry) throws Stopped, IOException {
        try (var content = around.files().open(entry.file())) {
            var pages = binding.body(content, entry.title());
            if (pages != entry.pages()) throw new Stopped("pages", entry.number());
        } catch (Bindery.Unreadable e) {
            throw new Stopped("unreadable", entry.number());
        } catch (Problem.NotFound e) {
            throw new Stopped("missing", entry.number());
        }
    }

    private void keep(VolumeRun run, ConferenceView conference, String madeOf, Path file) throws Stopped, IOException {
        try (var content = Files.newInputStream(file)) {
            var kept = around.files().keep(VOLUME, "/file", conference.slug() + "-proceedings.pdf", content);
            if (!runs.finish(run.id(), kept.id(), madeOf)) {
                around.files().delete(kept.id());
                return;
            }
        } catch (Problem.InvalidInput e) {
            throw new Stopped("storage", 0);
        }
        runs.forgetOthers(conference.id(), run.id()).forEach(around.files()::delete);
    }
}
