package org.plenary;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole platform in one process; any number of them share one database. */
@SpringBootApplication
public class Application {
    public static void main(String[] args) {
        if (MigrateMode.isAsked(args)) MigrateMode.main(args);
        else SpringApplication.run(Application.class, args);
    }
}
