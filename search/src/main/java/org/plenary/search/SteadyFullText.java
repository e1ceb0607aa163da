package org.plenary.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.plenary.fulltext.FullText;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Finds by Elasticsearch, and by the database alone while that is away or was lost with all that was in it (SRCH-05). A list that the database began is gone on with there,
 * whoever is back: both ways have an order of their own. One that the index began waits until that is back.
 */
@Component
@Primary
class SteadyFullText implements FullText {
    private static final int GONE = 404;

    private final ElasticFullText index;
    private final PlainFullText plain;
    private final Indexes indexes;
    private final Reach reach;

    /** Aliases whose index was lost: one that is made in its place has only what changed since, until it is filled. */
    private final Set<String> lost = ConcurrentHashMap.newKeySet();

    SteadyFullText(ElasticFullText index, PlainFullText plain, Indexes indexes, Reach reach) {
        this.index = index;
        this.plain = plain;
        this.indexes = indexes;
        this.reach = reach;
    }

    @Override
    public Result search(Query query) {
        if (PlainFullText.isOurs(query.after())) return plain.search(query);
        if (!reach.isWorthATry() || isLost(query.kind())) return plainly(query);
        try {
            var result = index.ask(query);
            reach.isThere();
            return result;
        } catch (IOException | ElasticsearchException e) {
            failed(query.kind(), e);
            return plainly(query);
        }
    }

    private Result plainly(Query query) {
        if (query.after() != null) throw PlainFullText.unavailable();
        return plain.search(query);
    }

    /** Asked too after anything failed: the index is then looked for anew, and made where there is none. */
    private boolean isLost(String kind) {
        if (indexes.isKnown(kind) && !lost.contains(indexes.alias(kind))) return false;
        try {
            if (indexes.isFilled(kind)) lost.remove(indexes.alias(kind));
            else lost.add(indexes.alias(kind));
            reach.isThere();
            return lost.contains(indexes.alias(kind));
        } catch (IOException | ElasticsearchException e) {
            failed(kind, e);
            return true;
        }
    }

    private void failed(String kind, Exception cause) {
        reach.failed(cause);
        if (cause instanceof ElasticsearchException e && e.status() == GONE) lost.add(indexes.alias(kind));
    }
}
