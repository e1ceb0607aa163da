package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How Chinese names and words are typed in Latin letters. */
class ReadingsTests {
    @ParameterizedTest
    @CsvSource({
        "王晓明, wang xiaoming wangxiaoming xiaomingwang xiao ming",
        "王 晓明, wang xiaoming",
        "吕思远, lu lv lyu siyuan lvsiyuan",
        "曾国强, zeng guoqiang",
        "单雨桐, shan yutong",
        "解文博, xie wenbo",
        "仇志刚, qiu zhigang",
        "查建军, zha jianjun",
        "任思琪, ren siqi",
        "欧阳静怡, ouyang jingyi jingyiouyang",
        "尉迟恭, yuchi gong",
        "李重阳, chongyang zhongyang",
        "赵长乐, changle changyue",
        "Zhao-Heng Yin, ZhaoHeng",
        "Simon Le Cleac'h, Cleach"
    })
    void aNameIsReadInAllUsualWays(String name, String readings) {
        assertThat(Readings.of(Map.of("names", List.of(name)))).contains(readings.split(" "));
    }

    @Test
    void aTitleIsReadWordByWord() {
        assertThat(Readings.of(Map.of("title", List.of("机器人强化学习（RL）"))))
                .contains("jiqi", "jiqiren", "qianghua", "xuexi")
                .doesNotContain("ji", "xi", "jqrqhxx");
    }

    /** The person is what a document is about, such as a delegate: not one of the authors. */
    @Test
    void whoeverIsTheTitleHasInitials() {
        assertThat(Readings.of(Map.of("title", List.of("王晓明")))).contains("wangxiaoming", "wxm");
        assertThat(Readings.of(Map.of("names", List.of("王晓明")))).doesNotContain("wxm");
    }

    @Test
    void whatIsNotChineseHasNoReadings() {
        assertThat(Readings.of(Map.of("title", List.of("Soft robots"), "body", List.of("机器人"))))
                .isEmpty();
    }
}
