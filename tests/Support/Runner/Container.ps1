# Runs one container. A file, because a script file is what opens a script: scope.
param($__scope, $__root)
& $__scope $__root
