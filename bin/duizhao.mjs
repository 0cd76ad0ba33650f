#!/usr/bin/env node
// The `duizhao` command: paths are relative to where it is called, the code to where it lives.
import { run } from './bootstrap.mjs'

run('packages/cli/src/main.ts', process.argv.slice(2))
