package org.plenary.embedded;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;

/**
 * The server's jars, modules and plugins as the build laid them out. They are never on our own class path: this class
 * starts the server class directly, without the launcher of the distribution, which needs 800 MB and ten seconds more.
 */
record ElasticsearchHome(Path folder) {

    private static final String SERVER_ARGUMENTS = "org.plenary.embedded.launch.ServerArguments";

    static ElasticsearchHome found() throws IOException {
        var build = new Properties();
        try (var in = ElasticsearchHome.class.getResourceAsStream("node.properties")) {
            build.load(Objects.requireNonNull(in, "node.properties is missing"));
        }
        var folder = Path.of(build.getProperty("home"));
        if (!Files.isDirectory(folder.resolve("plugins"))) {
            throw new IOException("Elasticsearch is not laid out in " + folder
                    + "; build the module deploy/embedded/elasticsearch (mvn test-compile)");
        }
        return new ElasticsearchHome(folder);
    }

    List<String> command(Path temporary, String heap) {
        var lib = folder.resolve("lib");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx" + heap,
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-OmitStackTraceInFastThrow",
                "-XX:+EnableDynamicAgentLoading",
                "-Djdk.attach.allowAttachSelf=true",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary,
                "-Djna.nosys=true",
                "-Dio.netty.noUnsafe=true",
                "-Dio.netty.noKeySetOptimization=true",
                "-Dio.netty.recycler.maxCapacityPerThread=0",
                "-Dlog4j.shutdownHookEnabled=false",
                "-Dlog4j2.disable.jmx=true",
                // the native library for vectors is part of the distribution only
                "-Dorg.elasticsearch.nativeaccess.enableVectorLibrary=false",
                "-Dorg.apache.lucene.vectorization.upperJavaFeatureVersion=25",
                "-Des.path.home=" + folder,
                "-Des.distribution.type=zip",
                "-Des.java.type=ES_JAVA_HOME",
                "--enable-native-access=org.elasticsearch.nativeaccess,org.apache.lucene.core,ALL-UNNAMED",
                "--patch-module=java.base=" + lib.resolve("entitlement-bridge/elasticsearch-entitlement-bridge.jar"),
                "--add-exports=java.base/org.elasticsearch.entitlement.bridge=org.elasticsearch.entitlement,"
                        + "java.logging,java.net.http,java.naming,jdk.net,jdk.zipfs,jdk.management.agent",
                "--module-path=" + lib,
                "--add-modules=jdk.net,jdk.management.agent,ALL-MODULE-PATH",
                "-Djdk.module.main=org.elasticsearch.server",
                "-m",
                "org.elasticsearch.server/org.elasticsearch.bootstrap.Elasticsearch");
    }

    /** What the server reads from its standard input, written by the server's own classes, as the format is theirs. */
    byte[] serverArguments(Map<String, String> settings) throws IOException {
        var jars = new ArrayList<URL>(jars(folder.resolve("lib")));
        jars.addAll(jars(folder.resolve("launch")));
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            @SuppressWarnings("unchecked") // the class is ours and implements exactly this type
            var arguments = (Function<Map<String, String>, byte[]>)
                    loader.loadClass(SERVER_ARGUMENTS).getConstructor().newInstance();
            return arguments.apply(settings);
        } catch (ReflectiveOperationException e) {
            throw new IOException("The Elasticsearch in " + folder + " is not the expected one", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<URL> jars(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.jar")) {
            var jars = new ArrayList<URL>();
            for (var file : files) {
                jars.add(url(file));
            }
            return jars;
        }
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
