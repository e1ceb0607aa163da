package org.plenary.embedded.analysis;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerScope;
import org.elasticsearch.index.analysis.PreConfiguredCharFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * The part of Elasticsearch's analysis-common and analysis-smartcn that Plenary's indexes use, under the same names and
 * defaults, so that one index definition serves the embedded node and a production cluster.
 */
public final class AnalyzersPlugin extends Plugin implements AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        return Map.of(
                "cjk", analyzer(CJKAnalyzer::new),
                "english", analyzer(EnglishAnalyzer::new),
                "smartcn", analyzer(SmartChineseAnalyzer::new));
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of(
                "edge_ngram", tokenizer(s -> new EdgeNGramTokenizer(minGram(s), maxGram(s))),
                "keyword", tokenizer(_ -> new KeywordTokenizer()),
                "ngram", tokenizer(s -> new NGramTokenizer(minGram(s), maxGram(s))),
                "smartcn_tokenizer", tokenizer(_ -> new HMMChineseTokenizer()),
                "whitespace", tokenizer(_ -> new WhitespaceTokenizer()));
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.ofEntries(
                entry("asciifolding", filter((in, s) -> new ASCIIFoldingFilter(in, preserveOriginal(s)))),
                entry("cjk_bigram", filter((in, _) -> new CJKBigramFilter(in))),
                entry("cjk_width", filter((in, _) -> new CJKWidthFilter(in))),
                entry(
                        "edge_ngram",
                        filter((in, s) -> new EdgeNGramTokenFilter(in, minGram(s), maxGram(s), preserveOriginal(s)))),
                entry(
                        "ngram",
                        filter((in, s) -> new NGramTokenFilter(in, minGram(s), maxGram(s), preserveOriginal(s)))),
                entry("porter_stem", filter((in, _) -> new PorterStemFilter(in))),
                entry("stemmer", filter((in, settings) -> stemmed(in, settings.get("language", "english")))),
                entry("trim", filter((in, _) -> new TrimFilter(in))));
    }

    @Override
    public List<PreConfiguredCharFilter> getPreConfiguredCharFilters() {
        return List.of(PreConfiguredCharFilter.singleton("html_strip", false, HTMLStripCharFilter::new));
    }

    @Override
    public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
        return List.of(
                preConfigured("asciifolding", ASCIIFoldingFilter::new),
                preConfigured("cjk_bigram", CJKBigramFilter::new),
                preConfigured("cjk_width", CJKWidthFilter::new),
                preConfigured("english_possessive", EnglishPossessiveFilter::new),
                preConfigured("porter_stem", PorterStemFilter::new),
                preConfigured("trim", TrimFilter::new));
    }

    private static TokenStream stemmed(TokenStream in, String language) {
        if (language.equals("possessive_english")) return new EnglishPossessiveFilter(in);
        throw new IllegalArgumentException("no stemmer of this language: " + language);
    }

    private static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> analyzer(Supplier<Analyzer> create) {
        return (_, _, name, _) -> new SharedAnalyzer(name, create.get());
    }

    private static AnalysisProvider<TokenizerFactory> tokenizer(Function<Settings, Tokenizer> create) {
        return (_, _, name, settings) -> TokenizerFactory.newFactory(name, () -> create.apply(settings));
    }

    private static AnalysisProvider<TokenFilterFactory> filter(BiFunction<TokenStream, Settings, TokenStream> create) {
        return (_, _, name, settings) -> new AbstractTokenFilterFactory(name) {
            @Override
            public TokenStream create(TokenStream in) {
                return create.apply(in, settings);
            }
        };
    }

    private static PreConfiguredTokenFilter preConfigured(String name, Function<TokenStream, TokenStream> create) {
        return PreConfiguredTokenFilter.singleton(name, true, create);
    }

    private static int minGram(Settings settings) {
        return settings.getAsInt("min_gram", 1);
    }

    private static int maxGram(Settings settings) {
        return settings.getAsInt("max_gram", 2);
    }

    private static boolean preserveOriginal(Settings settings) {
        return settings.getAsBoolean("preserve_original", false);
    }

    private record SharedAnalyzer(String name, Analyzer get) implements AnalyzerProvider<Analyzer> {
        @Override
        public AnalyzerScope scope() {
            return AnalyzerScope.INDICES;
        }
    }
}
