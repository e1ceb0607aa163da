package org.plenary.registration.privacy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.plenary.conference.ConferenceView;
import org.plenary.files.FileStore;
import org.plenary.files.StoredFile;
import org.plenary.forms.AnswerWords;
import org.plenary.kernel.Json;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the copy of somebody's data: one JSON document and the files that they sent, with a word on what is what. */
@Component
class DataArchive {
    private final OwnData data;
    private final FileStore files;
    private final Json json;
    private final MessageSource messages;

    DataArchive(OwnData data, FileStore files, Json json, MessageSource messages) {
        this.data = data;
        this.files = files;
        this.json = json;
        this.messages = messages;
    }

    private record Sent(String folder, StoredFile file) {}

    /** Bytes of the files that come with it. */
    long size(Subject subject, Locale locale) {
        return sent(subject, locale).stream()
                .mapToLong(each -> each.file().size())
                .sum();
    }

    void write(ConferenceView conference, Subject subject, Locale locale, OutputStream out) throws IOException {
        // whoever gave us the stream closes it
        try (var zip = new ZipOutputStream(new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        })) {
            entry(zip, "README.txt", messages.getMessage("registration.privacy.readme", null, locale));
            entry(zip, "data.json", json.write(data.all(conference, subject, locale)));
            var names = new HashSet<String>();
            for (var each : sent(subject, locale)) {
                var path = "files/" + each.folder() + "/" + each.file().name();
                zip.putNextEntry(new ZipEntry(
                        names.add(path)
                                ? path
                                : "files/" + each.folder() + "/" + each.file().id() + "-"
                                        + each.file().name()));
                try (var content = files.open(each.file().id())) {
                    content.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private List<Sent> sent(Subject subject, Locale locale) {
        var sent = new ArrayList<Sent>();
        var people = data.people(subject, locale);
        for (var i = 0; i < people.size(); i++)
            for (var row : people.get(i).answers()) {
                var file = id(row);
                var folder = (i + 1) + "-" + row.key();
                if (file != null) files.find(file).ifPresent(found -> sent.add(new Sent(folder, found)));
            }
        return sent;
    }

    private static @org.jspecify.annotations.Nullable UUID id(AnswerWords.Row row) {
        var file = row.file();
        return file == null || file.isEmpty() ? null : UUID.fromString(file);
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
