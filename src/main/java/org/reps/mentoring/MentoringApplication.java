package org.reps.mentoring;

import org.reps.mentoring.confidential.SealAnew;
import org.reps.mentoring.engine.faults.CheckCommand;
import org.reps.mentoring.operator.MoveInCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the mentorship programme: the process engine, its web applications and the domain behind them. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MentoringApplication {

    public static void main(String[] args) {
        if (SealAnew.isAskedFor(args)) {
            System.exit(SealAnew.run(args));
        }
        if (MoveInCommand.isAskedFor(args)) {
            System.exit(MoveInCommand.run(MentoringApplication.class, args));
        }
        if (CheckCommand.isAskedFor(args)) {
            System.exit(CheckCommand.run(args));
        }
        SpringApplication.run(MentoringApplication.class, args);
    }
}
