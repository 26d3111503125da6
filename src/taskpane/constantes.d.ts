/** Version du projet, posée par webpack. */
declare const __VERSION__: string;
