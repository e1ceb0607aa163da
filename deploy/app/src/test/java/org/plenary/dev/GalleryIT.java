package org.plenary.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;

/** The parts of pages, for those who write pages. */
class GalleryIT extends PlenaryIT {
    @Test
    void everyPartIsDrawnInBothLanguages() {
        for (var page : List.of("form", "list", "parts", "public", "platform", "confirm"))
            for (var language : List.of("en", "zh-CN"))
                assertThat(platform()
                                .with("Accept-Language", language)
                                .get("/dev/gallery/" + page)
                                .expect(200)
                                .body())
                        .as(page)
                        .contains("lang=\"" + language);
        assertThat(platform()
                        .with("Accept-Language", "zh-CN")
                        .get("/dev/gallery/list")
                        .body())
                .contains("各列的含义", "仅导入1行正确的数据", "没有这个订单。", "另有11处");
    }
}
