# Elasticsearch with the plugin that finds words in Chinese text.
FROM docker.elastic.co/elasticsearch/elasticsearch:9.5.3
RUN bin/elasticsearch-plugin install --batch analysis-smartcn
