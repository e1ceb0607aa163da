package org.plenary.papers.cameraready;

import java.util.List;
import java.util.UUID;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The checklists of the bound tenant's conferences. */
@Repository
class CameraReadyPlans {
    /** Before the chairs have said anything. */
    static final List<ChecklistLine> USUAL = List.of(
            line("pages", "The paper keeps to the page limit.", "论文未超过页数限制。"),
            line("fonts", "All fonts are embedded in the PDF.", "PDF 中已嵌入所有字体。"),
            line(
                    "names",
                    "The names and affiliations of all authors are complete, and the same here as in the PDF.",
                    "所有作者的姓名和单位完整，且此处与 PDF 中一致。"),
            line(
                    "numbers",
                    "The PDF has no page numbers, headers or footers of its own; they are added to the volume.",
                    "PDF 中没有自带的页码、页眉和页脚；它们将在论文集中统一添加。"),
            line("rights", "We may use all figures and texts of others that are in it.", "文中引用他人的图片和文字均已获得许可。"));

    private static final TypeReference<List<ChecklistLine>> LINES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    CameraReadyPlans(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param version 0 before it was saved for the first time */
    record Versioned(List<ChecklistLine> lines, long version) {}

    List<ChecklistLine> of(UUID conference) {
        return versioned(conference).lines();
    }

    Versioned versioned(UUID conference) {
        return jdbc.sql("select checklist, version from camera_ready_plan where conference = :conference")
                .param("conference", conference)
                .query((row, _) -> new Versioned(json.read(row.getString(1), LINES), row.getLong(2)))
                .optional()
                .orElse(new Versioned(USUAL, 0));
    }

    /** @throws Problem.Stale when somebody else has changed it since */
    void save(UUID conference, List<ChecklistLine> lines, long before) {
        var count = jdbc.sql("""
                        insert into camera_ready_plan (conference, checklist, version) values (:conference, cast(:lines as jsonb), 1)
                        on conflict (conference) do update set checklist = excluded.checklist, version = camera_ready_plan.version + 1
                        where camera_ready_plan.version = :before""")
                .param("conference", conference)
                .param("lines", json.write(lines))
                .param("before", before)
                .update();
        if (count == 0) throw new Problem.Stale();
    }

    private static ChecklistLine line(String key, String english, String chinese) {
        return new ChecklistLine(key, LocalizedText.of(english, chinese));
    }
}
