#!/usr/bin/env bash
# Scaffolds a migration for both engines: ./migrate.sh NAME. Before the first release, "./migrate.sh --restart" makes Initial anew
# and keeps the hand-written migrations (triggers, search index) that come after it.
set -euo pipefail
cd "$(dirname "$0")"
export EfDesign=true
dotnet tool restore > /dev/null
name=${1:?usage: ./migrate.sh NAME | --restart}
if [ "$name" = "--restart" ]; then
  rm -f AffiliateStudio/Data/Migrations/{Sqlite,Postgres}/{*_Initial.cs,*_Initial.Designer.cs,*Snapshot.cs}
  name=Initial
fi
dotnet build AffiliateStudio -v quiet -p:RunAnalyzers=false
for engine in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --project AffiliateStudio --context "${engine}StudioDb" --output-dir "Data/Migrations/$engine"
done
