package org.plenary.conference.notice;

import java.util.List;
import org.plenary.conference.NoticeContent;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.PublicPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {
    private static final int BEFORE_FEES = 5;
    private static final int AFTER_TOURS = 35;

    @Bean
    PublicPart noticeBeforeFees(NoticeRows rows, List<NoticeContent> contents) {
        var sections = List.of(NoticeSection.KEY_DATES, NoticeSection.VENUE, NoticeSection.PROGRAMME);
        return new WrittenPart(BEFORE_FEES, sections, rows, contents);
    }

    @Bean
    PublicPart noticeAfterTours(NoticeRows rows, List<NoticeContent> contents) {
        return new WrittenPart(AFTER_TOURS, List.of(NoticeSection.TRANSPORT), rows, contents);
    }
}
