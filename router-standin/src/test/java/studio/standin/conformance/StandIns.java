package studio.standin.conformance;

import studio.standin.RouterConfiguration;
import studio.standin.StandInRouter;

/** The stand-in, in this process. */
final class StandIns implements RouterSource {

    @Override
    public Running start(RouterFile file) {
        StandInRouter router = StandInRouter.start(RouterConfiguration.parse(file.json()));
        return new Running() {
            @Override
            public void kill() {
                router.kill();
            }

            @Override
            public void close() {
                router.close();
            }
        };
    }

    @Override
    public boolean real() {
        return false;
    }
}
