package org.plenary.conference.setup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface Conferences extends Repository<Conference, UUID> {
    Optional<Conference> findById(UUID id);

    Optional<Conference> findBySlug(String slug);

    boolean existsBySlug(String slug);

    List<Conference> findAllByOrderByStartsOnDescIdDesc(Limit limit);

    Conference saveAndFlush(Conference conference);
}
